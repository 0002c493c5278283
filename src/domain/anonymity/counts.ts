import type { Dimension, Sector, Tier } from '../instrument/instrument.ts'

/** Units of staff, and the municipality-wide groups of leaders (R8), which are ordinary units here. */
export type UnitSector = Sector | `leaders-${Sector}`

/** One count per step, 0 to 4. */
export type StepCounts = readonly [number, number, number, number, number]

/** How many gave each step on a dimension, apart by whether it was below the target of their tier. */
export type DimensionCounts = { readonly dimension: Dimension; readonly atOrAbove: StepCounts; readonly below: StepCounts }

/** What the collector holds for one unit and tier; `-` where the unit has no tiers. A dimension nobody gave a value on may be absent. */
export type TierCounts = { readonly tier: Tier | '-'; readonly n: number; readonly dimensions: readonly DimensionCounts[] }

/** `tiers` are those that were sent (R3), in their fixed order; empty where none were. */
export type UnitCounts = {
  readonly unit: string
  readonly name: string
  readonly sector: UnitSector
  readonly tiers: readonly Tier[]
  readonly counts: readonly TierCounts[]
}

/** Everything a release is made from. Units and dimensions stand in the order of the round. */
export type RoundCounts = {
  readonly round: string
  readonly k: number
  readonly dimensions: readonly Dimension[]
  readonly units: readonly UnitCounts[]
  /** Dimensions on which people take part who cannot be below their target: nothing is shown of them. */
  readonly nobodyBelow?: readonly Dimension[]
}

/** The k of the promise. A municipality may raise it, nobody can lower it. */
export const smallestK = 5
