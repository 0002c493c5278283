/** Runs the work while no other tab runs work under the same name. Browsers without Web Locks (old ones, plain http) run it at once. */
export async function lock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  let result: Promise<T> | undefined
  await navigator.locks.request(name, () => {
    result = work()
    return result
  })
  return result ?? work()
}
