import * as z from 'zod/mini'
import { bytesText } from './base64url.ts'
import { count, dimension, id, instant, keyId, roundId, sector, step, tier, unitSector } from './ids.ts'

export const roundStates = ['open', 'closed', 'released'] as const
/** Hours in which devices that were offline may still join and contribute after a round has closed (release rule R1). */
export const graceHours = 72

const headcount = z.strictObject({
  practice: z.optional(count),
  teacher: z.optional(count),
  leader: z.optional(count),
  owner: z.optional(count),
})
const tierTargets = z.strictObject({ practice: step, teacher: step, leader: step, owner: step })

const unit = z.strictObject({
  unit: id,
  name: z.string(),
  sector: unitSector,
  instrument: z.strictObject({ id: sector, version: z.string() }),
  headcount,
  /** Empty where tiers are not sent (release rule R3). */
  tiers: z.array(tier),
  /** The unit's RSA public key: modulus and exponent. */
  n: bytesText(256),
  e: z.string(),
  keyId,
})

/** `GET /rounds/{round}`: the same bytes for everyone; only `state` changes. */
export const round = z.strictObject({
  v: z.literal(1),
  round: roundId,
  title: z.string(),
  municipality: z.string(),
  opens: instant,
  closes: instant,
  acceptUntil: instant,
  state: z.enum(roundStates),
  k: count,
  dimensions: z.array(z.strictObject({ id: dimension, targets: tierTargets })),
  units: z.array(unit),
})
export type Round = z.infer<typeof round>
export type RoundUnit = z.infer<typeof unit>
export type Headcount = z.infer<typeof headcount>
export { tierTargets }

/** How many have joined, as coarsely as release rule R1 allows. */
export const joined = z.enum(['under-5', '5-or-more', 'half', 'most'])
export type Joined = z.infer<typeof joined>
/** `GET /rounds/{round}/joined`: unit id → joined figure. */
export const joinedFigures = z.record(id, joined)
