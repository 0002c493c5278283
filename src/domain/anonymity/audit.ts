import type { Dimension } from '../instrument/instrument.ts'
import { type Result, fail, ok } from '../result.ts'
import type { Interval } from './bands.ts'
import type { BlockTiers } from './blocks.ts'
import type { MunicipalityBlock, Release, ShownFigure } from './document.ts'
import { isShown, sumOfIntervals, tierOf } from './sums.ts'

/** All published numbers together say of a block that nobody, or everybody, is below target or on a step. */
export type AuditRefusal = {
  readonly kind: 'block-pinned'
  readonly unit: string
  readonly tiers: BlockTiers
  readonly dimension: Dimension
}

/** What can be known about one block on one dimension from all published numbers together. */
export type Implied = {
  readonly block: MunicipalityBlock
  readonly of: number
  readonly below: Interval
  /** In the order of steps; empty where steps are not shown. */
  readonly steps: readonly Interval[]
}

/** R7: run over the whole document before anything is written. */
export function audit(release: Release): Result<Release, AuditRefusal> {
  for (const { id } of release.total.dimensions) {
    const pinned = impliedBy(release, id).find((each) => [each.below, ...each.steps].some((interval) => pins(interval, each.of)))
    if (pinned !== undefined) {
      const { unit, tiers } = pinned.block
      return fail({ kind: 'block-pinned', unit, tiers, dimension: id })
    }
  }
  return ok(release)
}

function pins(interval: Interval, of: number): boolean {
  return interval.hi <= 0 || interval.lo >= of
}

/**
 * The tightest intervals for every block that shows the dimension. Blocks add up to tier figures and these to the total,
 * so going up once and down once is exact. A unit's total is made from its blocks' intervals and says nothing new.
 */
export function impliedBy(release: Release, id: Dimension): readonly Implied[] {
  const groups = release.tiers.map((tier) => {
    const members = release.blocks.filter((block) => tierOf(block.tiers) === tier.tier).flatMap((block) => member(block, id))
    const added = sumOfIntervals(members.map(({ figure }) => figure.below))
    return { members, below: meet(added, belowOf(tier.dimensions, id) ?? added) }
  })
  const total = belowOf(release.total.dimensions, id)
  const intervals = groups.map((group) => group.below)
  const narrowed = total === undefined ? intervals : narrow(total, intervals)
  return groups.flatMap(({ members, below }, at) => impliedInGroup(members, narrowed[at] ?? below))
}

type Member = { readonly block: MunicipalityBlock; readonly figure: ShownFigure }

function impliedInGroup(members: readonly Member[], group: Interval): readonly Implied[] {
  const narrowed = narrow(
    group,
    members.map(({ figure }) => figure.below),
  )
  return members.map(({ block, figure }, at) => ({
    block,
    of: figure.of,
    below: narrowed[at] ?? figure.below,
    steps: narrow({ lo: figure.of, hi: figure.of }, figure.steps ?? []),
  }))
}

function member(block: MunicipalityBlock, id: Dimension): readonly Member[] {
  return block.dimensions.filter(isShown).flatMap((figure) => (figure.id === id ? [{ block, figure }] : []))
}

function belowOf(figures: Release['total']['dimensions'], id: Dimension): Interval | undefined {
  return figures.filter(isShown).find((figure) => figure.id === id)?.below
}

function meet(a: Interval, b: Interval): Interval {
  return { lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) }
}

/** What is left of each interval when their sum lies in `whole`. */
function narrow(whole: Interval, parts: readonly Interval[]): readonly Interval[] {
  const added = sumOfIntervals(parts)
  return parts.map((part) => meet(part, { lo: whole.lo - (added.hi - part.hi), hi: whole.hi - (added.lo - part.lo) }))
}
