import type { KnownRound } from '../protocol/known-round.ts'
import type { RoundUnit } from '../protocol/round.ts'

export function unitIn(known: KnownRound | undefined, unit: string): RoundUnit | undefined {
  return known?.document.units.find((each) => each.unit === unit)
}
