/** Runs in the page before anything of it: the time stands still. What names a time gets that one. */
export function fixedClock(time: string): string {
  return `globalThis.Date = new Proxy(Date, {
    construct: (date, given, made) => Reflect.construct(date, given.length === 0 ? [${Date.parse(time)}] : given, made),
    get: (date, name) => (name === 'now' ? () => ${Date.parse(time)} : Reflect.get(date, name)),
  })`
}
