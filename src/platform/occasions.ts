/** Calls when the network comes back and when the app comes to the front: good moments to send what waits. */
export function onOccasion(call: (occasion: 'online' | 'visible') => void): void {
  addEventListener('online', () => {
    call('online')
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') call('visible')
  })
}
