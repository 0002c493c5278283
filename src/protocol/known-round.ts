import * as z from 'zod/mini'
import { joinedFigures, round } from './round.ts'

/** A round as this device last saw it. */
export const knownRound = z.object({ round: z.string(), document: round, joined: z.exactOptional(joinedFigures) })
export type KnownRound = z.infer<typeof knownRound>
