import { type Dimension, tiers } from '../instrument/instrument.ts'
import type { Result } from '../result.ts'
import { type AuditRefusal, audit } from './audit.ts'
import { type Block, blocksOf } from './blocks.ts'
import { type RoundCounts, smallestK } from './counts.ts'
import type { Figure, GroupFigures, MunicipalityBlock, Release, TierFigures, UnitState } from './document.ts'
import { publishedBlock } from './figures.ts'
import { type OwnTotal, isShown, ownTotal, shownIn, sumOfGroups, tierOf } from './sums.ts'
import { peopleIn, sum, tallyOf } from './tally.ts'

/** R0 to R7: the municipality's document, once for a round, or a refusal if its figures together gave a block away. */
export function releaseRound(round: RoundCounts): Result<Release, AuditRefusal> {
  const k = Math.max(round.k, smallestK)
  const { blocks, hidden, pool } = blocksOf(round, k)
  const published = blocks.map((block) => publishedBlock(block, round, k))
  const own = new Map(round.dimensions.map((id) => [id, ownTotal(shownIn(published, id), trueBelow(blocks, id, k))]))
  return audit({
    v: 1,
    round: round.round,
    units: unitStates(round, hidden),
    blocks: published,
    ...(pool && { smallUnits: { units: hidden, n: pool.n } }),
    tiers: tierFigures(published, round.dimensions),
    total: totalOf(published, own),
    audit: { withheld: round.dimensions.filter((id) => own.get(id)?.kind === 'withheld') },
  })
}

/** R2: of a hidden unit nothing is said, not even how many contributed. */
function unitStates(round: RoundCounts, hidden: readonly string[]): readonly UnitState[] {
  return round.units.map(({ unit, name, sector, counts }) =>
    hidden.includes(unit) ? { unit, name, sector, state: 'hidden' } : { unit, name, sector, state: 'released', n: peopleIn(counts) },
  )
}

/** R5: people below target in the blocks that show the dimension. */
function trueBelow(blocks: readonly Block[], id: Dimension, k: number): number {
  const tallies = blocks.map((block) => tallyOf(block.counts, id))
  return sum(tallies.filter((tally) => tally.of >= k).map((tally) => tally.below))
}

/** R4: sums of intervals for every tier that has a block of its own; all other blocks are `not-split`. */
function tierFigures(blocks: readonly MunicipalityBlock[], dimensions: readonly Dimension[]): readonly TierFigures[] {
  return ([...tiers, 'not-split'] as const).flatMap((tier) => {
    const members = blocks.filter((block) => tierOf(block.tiers) === tier)
    return members.length === 0 ? [] : [{ tier, ...sumOfGroups(members, dimensions) }]
  })
}

/** R7: sums of intervals, but for the dimensions with an interval of their own. */
function totalOf(blocks: readonly MunicipalityBlock[], own: ReadonlyMap<Dimension, OwnTotal>): GroupFigures {
  const { n, dimensions } = sumOfGroups(blocks, [...own.keys()])
  const figures = dimensions.map((figure): Figure => {
    const total = own.get(figure.id)
    return isShown(figure) && total?.kind === 'own' ? { ...figure, below: total.below } : figure
  })
  return { n, dimensions: figures }
}
