import { type Tier, tiers } from '../instrument/instrument.ts'
import type { RoundCounts, TierCounts, UnitCounts } from './counts.ts'
import { peopleIn } from './tally.ts'

/** The tiers of the unit that were merged into a block, or `*`: everyone. */
export type BlockTiers = readonly Tier[] | readonly ['*']

/** At least k people, made once, never split. Every published figure is a sum of whole blocks. */
export type Block = { readonly unit: string; readonly tiers: BlockTiers; readonly n: number; readonly counts: readonly TierCounts[] }

export type RoundBlocks = {
  readonly blocks: readonly Block[]
  /** Units with fewer than k people, empty ones too, in the order of the round. */
  readonly hidden: readonly string[]
  /** The last of the blocks, where the units under k have one together. */
  readonly pool?: Block
}

/** What stands in place of a unit where units under k are pooled. */
export const smallUnits = 'small-units'

/** R2 and R4: the blocks of every unit with k people or more, and one block of all others if together they have k. */
export function blocksOf(round: RoundCounts, k: number): RoundBlocks {
  const hidden = round.units.filter((unit) => peopleIn(unit.counts) < k)
  const shown = round.units.filter((unit) => !hidden.includes(unit))
  const pooled = hidden.flatMap((unit) => unit.counts)
  const pool: Block = { unit: smallUnits, tiers: ['*'], n: peopleIn(pooled), counts: pooled }
  const blocks = shown.flatMap((unit) => blocksOfUnit(unit, k))
  const ids = hidden.map((each) => each.unit)
  return pool.n >= k ? { blocks: [...blocks, pool], hidden: ids, pool } : { blocks, hidden: ids }
}

type Part = { readonly tiers: readonly Tier[]; readonly n: number; readonly counts: readonly TierCounts[] }

function blocksOfUnit(unit: UnitCounts, k: number): readonly Block[] {
  const parts = mergeSmallest(partsOf(unit), k)
  return parts.map((part) => ({ unit: unit.unit, ...part, tiers: parts.length === 1 ? ['*'] : part.tiers }))
}

/** One part for every tier that was sent, also for those nobody contributed under; or one for everyone. */
function partsOf(unit: UnitCounts): readonly Part[] {
  const split = unit.tiers.length > 0 && unit.counts.every((each) => each.n === 0 || unit.tiers.some((tier) => tier === each.tier))
  if (!split) return [{ tiers: [], n: peopleIn(unit.counts), counts: unit.counts }]
  return unit.tiers.map((tier) => {
    const counts = unit.counts.filter((each) => each.tier === tier)
    return { tiers: [tier], n: peopleIn(counts), counts }
  })
}

/**
 * R3, at close: while the smallest part has fewer than k people, 0 included, it is merged with the next smallest.
 * Ties go by the order of tiers; a merged part stands at the place of its first tier. Looks at counts, never at answers.
 */
function mergeSmallest(parts: readonly Part[], k: number): readonly Part[] {
  const [smallest, next] = parts.toSorted((a, b) => a.n - b.n)
  if (smallest === undefined || next === undefined || smallest.n >= k) return parts
  const merged = {
    tiers: tiers.filter((tier) => smallest.tiers.includes(tier) || next.tiers.includes(tier)),
    n: smallest.n + next.n,
    counts: [...smallest.counts, ...next.counts],
  }
  const first = parts.find((part) => part === smallest || part === next)
  const left = parts.filter((part) => part === first || (part !== smallest && part !== next))
  return mergeSmallest(
    left.map((part) => (part === first ? merged : part)),
    k,
  )
}
