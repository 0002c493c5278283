import * as z from 'zod/mini'
import { origin } from './configuration.ts'
import { joinedFigures, round } from './round.ts'

/** A round as this device last saw it. `collector`: where its contributions go, if not to the place the app came from. */
export const knownRound = z.object({
  round: z.string(),
  document: round,
  joined: z.exactOptional(joinedFigures),
  collector: z.exactOptional(origin),
})
export type KnownRound = z.infer<typeof knownRound>
