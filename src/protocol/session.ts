import * as z from 'zod/mini'
import { bytesText } from './base64url.ts'
import { id, instant, roundId, unitSector } from './ids.ts'
import { roundStates } from './round.ts'

/** `POST /session/link`: the secret of a one-time sign-in link, 256 bits. */
export const linkMessage = z.strictObject({ secret: bytesText(32) })

export const roles = ['owner', 'leader'] as const
export type Role = (typeof roles)[number]

const named = z.strictObject({ id, name: z.string() })
export const unitEntry = z.strictObject({ unit: id, name: z.string(), sector: unitSector })

/** `GET /session`. A leader's `units` are the ones that may be read; an owner's are all. */
export const session = z.union([
  z.strictObject({ role: z.null() }),
  z.strictObject({ role: z.enum(roles), municipality: named, units: z.array(unitEntry) }),
])
export type Session = z.infer<typeof session>

/** `GET /municipality`: the one the signed-in person belongs to. */
export const municipality = z.strictObject({ ...named.shape, profile: z.optional(id) })
export type Municipality = z.infer<typeof municipality>
/** `GET /units`: the units the signed-in person may see. */
export const unitList = z.strictObject({ units: z.array(unitEntry) })

/** `GET /rounds`: the rounds a signed-in person may see, newest first. */
export const roundList = z.strictObject({
  rounds: z.array(
    z.strictObject({ round: roundId, title: z.string(), state: z.enum(roundStates), opens: instant, closes: instant, units: z.array(id) }),
  ),
})
export type RoundList = z.infer<typeof roundList>
