import type { Dimension, Tier } from '../instrument/instrument.ts'
import type { Interval, StepInterval } from './bands.ts'
import type { BlockTiers } from './blocks.ts'
import type { UnitSector } from './counts.ts'

/** How many of `of` people with a value are below target, as an interval. `n - of` gave no value, and that is said openly. */
export type ShownFigure = {
  readonly id: Dimension
  readonly of: number
  readonly below: Interval
  readonly steps?: readonly StepInterval[]
}
export type HiddenFigure = { readonly id: Dimension; readonly hidden: true }
export type Figure = ShownFigure | HiddenFigure

/** Figures about `n` people, one for every dimension of the round. */
export type GroupFigures = { readonly n: number; readonly dimensions: readonly Figure[] }
export type UnitBlock = GroupFigures & { readonly tiers: BlockTiers }
export type MunicipalityBlock = UnitBlock & { readonly unit: string }
export type TierFigures = GroupFigures & { readonly tier: Tier | 'not-split' }

type UnitName = { readonly unit: string; readonly name: string; readonly sector: UnitSector }
export type UnitState = (UnitName & { readonly state: 'hidden' }) | (UnitName & { readonly state: 'released'; readonly n: number })

/** The municipality's document, without the hash that is taken over it. */
export type Release = {
  readonly v: 1
  readonly round: string
  readonly units: readonly UnitState[]
  readonly blocks: readonly MunicipalityBlock[]
  /** Present where the units under k have a block together. */
  readonly smallUnits?: { readonly units: readonly string[]; readonly n: number }
  readonly tiers: readonly TierFigures[]
  readonly total: GroupFigures
  readonly audit: { readonly withheld: readonly Dimension[] }
}

/** The unit's document. */
export type UnitResult =
  | { readonly v: 1; readonly round: string; readonly unit: string; readonly state: 'hidden'; readonly reason: 'too-few' }
  | {
      readonly v: 1
      readonly round: string
      readonly unit: string
      readonly state: 'released'
      readonly n: number
      readonly blocks: readonly UnitBlock[]
      readonly total: GroupFigures
    }
