import * as z from 'zod/mini'
import { knownRound } from './known-round.ts'
import { waiting } from './participation.ts'

/** A contribution of somebody who has left the device, and the round it goes to as it was last seen. */
export const left = z.object({ id: z.string(), place: waiting, known: z.exactOptional(knownRound) })
export type Left = z.infer<typeof left>
