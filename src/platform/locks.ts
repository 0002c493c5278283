/** One tab at a time. Browsers without Web Locks (plain http) may do work twice; what is sent is counted once all the same. */
export function lock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(name, work) : work()
}
