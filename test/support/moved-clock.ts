/**
 * For `node --import`: the process lives `CLOCK_MOVED` milliseconds from now, as on a machine whose clock is wrong. Timers go as ever.
 */
const moved = Number(process.env['CLOCK_MOVED'])
const now = Date.now.bind(Date)

globalThis.Date = new Proxy(Date, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now() + moved] : given, newTarget) as Date,
  get: (target, name): unknown => (name === 'now' ? () => now() + moved : Reflect.get(target, name)),
})
