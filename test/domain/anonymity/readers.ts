import fc from 'fast-check'
import { type Interval, bandOf } from '../../../src/domain/anonymity/bands.ts'
import type { Release } from '../../../src/domain/anonymity/document.ts'
import { type Group, figureIn, holds, releaseOfBlocks, withBelow } from './block-tables.ts'
import { tightestIntervals } from './interval-attacker.ts'

/** Few people below target in a whole municipality, or all but a few, or anything. */
const few = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 2)
const anyCount = fc.integer({ min: 0, max: 6 })
const municipalityOf = (counts: fc.Arbitrary<number>, from: 'nobody' | 'everybody') =>
  fc.tuple(fc.array(counts, { minLength: 10, maxLength: 11 }), fc.constantFrom(5, 6)).map(([drawn, firstSize]) =>
    drawn.map((count, at): Group => {
      const n = at === 0 ? firstSize : 5
      return { n, below: from === 'nobody' ? Math.min(n, count) : Math.max(0, n - count) }
    }),
  )

/** Ten or eleven small blocks, so that the municipality may have an interval of its own; few enough tables to try them all. */
export const municipality = fc.oneof(municipalityOf(few, 'nobody'), municipalityOf(few, 'everybody'), municipalityOf(anyCount, 'nobody'))

export const belowIn = (groups: readonly { readonly dimensions: Release['total']['dimensions'] }[]) =>
  groups.map((each) => figureIn(each).below)

/** What follows for somebody who only reads the numbers. */
export function fromNumbers(release: Release): readonly Interval[] {
  return tightestIntervals(belowIn(release.blocks), (below) => holds(figureIn(release.total).below, below))
}

/** What follows for somebody who also knows every rule: the tables whose release would be the very same document. */
export function fromRules(release: Release, groups: readonly Group[]): readonly Interval[] {
  const published = JSON.stringify(release)
  return tightestIntervals(belowIn(release.blocks), (table) => {
    const guess = groups.map(({ n }, at) => ({ n, below: table[at] ?? 0 }))
    return JSON.stringify(releaseOfBlocks(guess)) === published
  })
}

/** The naive rule "the municipality has an interval of its own, always". */
export function withTotalAlways(groups: readonly Group[]): Release {
  const release = releaseOfBlocks(groups)
  const [below, n] = [groups.reduce((sum, each) => sum + each.below, 0), groups.reduce((sum, each) => sum + each.n, 0)]
  return { ...release, total: withBelow(release.total, bandOf(below, n)), audit: { withheld: [] } }
}
