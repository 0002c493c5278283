import type { Interval } from '../../../src/domain/anonymity/bands.ts'
import type { Figure, Release, ShownFigure } from '../../../src/domain/anonymity/document.ts'
import { releaseRound } from '../../../src/domain/anonymity/release.ts'
import type { Tier } from '../../../src/domain/instrument/instrument.ts'
import { type Staff, countsOf } from './staff.ts'

/** People who contributed on one dimension: `n` of them, `below` of these below target. */
export type Group = { readonly n: number; readonly below: number }

export function peopleOf({ n, below }: Group, tier: Tier | '-' = '-') {
  return Array.from({ length: n }, (_, at) => ({ tier, values: [at < below ? 6 : 3] }))
}

/** One unit, and so one block, for each group. */
export function releaseOfBlocks(groups: readonly Group[]): Release {
  return releaseOf(groups.map((group, at) => ({ unit: `unit-${at}`, tiers: [], people: peopleOf(group) })))
}

/** A unit of two tiers for each pair, and so a block of practice and one of teachers for each. */
export function releaseOfTierBlocks(pairs: readonly (readonly [Group, Group])[]): Release {
  return releaseOf(
    pairs.map(([practice, teachers], at) => ({
      unit: `unit-${at}`,
      tiers: ['practice', 'teacher'],
      people: [...peopleOf(practice, 'practice'), ...peopleOf(teachers, 'teacher')],
    })),
  )
}

function releaseOf(staff: readonly Staff[]): Release {
  const released = releaseRound(countsOf(staff, ['1']))
  if (!released.ok) throw new Error(`refused: ${JSON.stringify(released.error)}`)
  return released.value
}

/** The one figure these releases hold for a group. */
export function figureIn(group: { readonly dimensions: readonly Figure[] }): ShownFigure {
  const [figure] = group.dimensions
  if (figure === undefined || 'hidden' in figure) throw new Error('nothing is shown')
  return figure
}

export function withBelow<T extends { readonly dimensions: readonly Figure[] }>(group: T, below: Interval): T {
  return { ...group, dimensions: [{ ...figureIn(group), below }] }
}

export function holds(interval: Interval, counts: readonly number[]): boolean {
  const added = counts.reduce((sum, each) => sum + each, 0)
  return interval.lo <= added && added <= interval.hi
}
