import type { Interval } from '../../../src/domain/anonymity/bands.ts'

/**
 * The patient attacker: goes through every table there can be and keeps those that agree with what was published.
 * Gives for every block the smallest and largest count of people below target in any of them.
 * @param candidates the counts to try for each block
 */
export function tightestIntervals(candidates: readonly Interval[], agrees: (below: readonly number[]) => boolean): readonly Interval[] {
  const lo = candidates.map(() => Infinity)
  const hi = candidates.map(() => -Infinity)
  for (const table of everyTable(candidates)) {
    if (!agrees(table)) continue
    table.forEach((count, at) => {
      lo[at] = Math.min(lo[at] ?? count, count)
      hi[at] = Math.max(hi[at] ?? count, count)
    })
  }
  return candidates.map((_, at) => ({ lo: lo[at] ?? Infinity, hi: hi[at] ?? -Infinity }))
}

export function* everyTable(candidates: readonly Interval[]): Generator<readonly number[]> {
  const [first, ...rest] = candidates
  if (first === undefined) {
    yield []
    return
  }
  for (let count = first.lo; count <= first.hi; count += 1) for (const table of everyTable(rest)) yield [count, ...table]
}

export function isPinned(interval: Interval, of: number): boolean {
  return interval.hi === 0 || interval.lo === of
}
