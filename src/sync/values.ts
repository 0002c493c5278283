import type { Assessment } from '../domain/assessment/assessment.ts'
import { type Dimension, type Instrument, type Tier, partOf } from '../domain/instrument/instrument.ts'
import type { Targets } from '../domain/profile/targets.ts'
import { type SharedValue, sharedValue } from '../domain/scoring/guidance.ts'
import { encodeValue } from '../protocol/contribution.ts'
import type { Round, RoundUnit } from '../protocol/round.ts'

export type SharedDimension = { readonly dimension: Dimension; readonly value: SharedValue }

export function targetsOf(round: Round): Targets {
  return Object.fromEntries(round.dimensions.map(({ id, targets }) => [id, targets]))
}

/** One value per dimension of the round, in its order: everything a contribution says. */
export function sharedDimensions(assessment: Assessment, instrument: Instrument, round: Round, tier: Tier): readonly SharedDimension[] {
  const targets = targetsOf(round)
  return round.dimensions.map(({ id }) => ({
    dimension: id,
    value: sharedValue(assessment, partOf(instrument, id), targets, tier),
  }))
}

export function encodeValues(shared: readonly SharedDimension[]): string {
  return shared.map(({ value }) => encodeValue(value)).join('')
}

/** The character for a tier in a unit, or `undefined` where the unit sends tiers and this one is not among them. */
export function encodeTier(unit: RoundUnit, tier: Tier): string | undefined {
  if (unit.tiers.length === 0) return '-'
  const index = unit.tiers.indexOf(tier)
  return index < 0 ? undefined : String(index)
}
