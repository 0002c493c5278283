/** On the home screen, not in a browser tab. */
export function isInstalled(): boolean {
  const standalone = 'standalone' in navigator && navigator.standalone === true
  return standalone || matchMedia('(display-mode: standalone)').matches
}

/** How a web app is put on the device is different on each of these. */
export type DeviceKind = 'apple-tablet' | 'mac' | 'android' | 'computer'

/** An iPad says it is a Mac; only its touch screen gives it away. `mac` is a Mac with Safari: other browsers there are like any computer's. */
export function deviceKind(): DeviceKind {
  const { userAgent, maxTouchPoints } = navigator
  const isMac = userAgent.includes('Macintosh')
  if (/iPad|iPhone/.test(userAgent) || (isMac && maxTouchPoints > 1)) return 'apple-tablet'
  if (userAgent.includes('Android')) return 'android'
  return isMac && /Version\/.*Safari/.test(userAgent) ? 'mac' : 'computer'
}

/** In a tab where the browser deletes what is stored after seven days of use without a visit, and where an app does not see it. */
export function forgetsUnused(): boolean {
  const kind = deviceKind()
  return (kind === 'apple-tablet' || kind === 'mac') && !isInstalled()
}
