import * as z from 'zod/mini'
import { type RoundUnit, joinedFigures, round } from './round.ts'

/** A round as this device last saw it. */
export const knownRound = z.object({ round: z.string(), document: round, joined: z.exactOptional(joinedFigures) })
export type KnownRound = z.infer<typeof knownRound>

export function unitIn(known: KnownRound | undefined, unit: string): RoundUnit | undefined {
  return known?.document.units.find((each) => each.unit === unit)
}
