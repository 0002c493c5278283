import * as z from 'zod/mini'
import { bytesText } from './base64url.ts'
import { contributionVersion } from './contribution.ts'
import { id, instant, keyId, roundId } from './ids.ts'

/** One slip on its way from paper to counted, as it is kept on the device and read back by any later version of Peil. */

/** Why a slip gave no place. None of them takes the slip away from the person. */
export const joinRefusals = [
  'code-unknown',
  'code-spent',
  'round-closed',
  'round-unknown',
  'round-unreadable',
  'unit-not-in-round',
  'key-mismatch',
  'key-unsound',
  'signature-not-valid',
  'malformed',
] as const
export type JoinRefusalKind = (typeof joinRefusals)[number]

/**
 * `not-sent`: the person joined and did not contribute. `counted-earlier`: a later change did not arrive in time.
 * `unsure`: sent, but no reply came before the round closed.
 */
export const outcomes = ['counted', 'counted-earlier', 'withdrawn', 'not-sent', 'too-late', 'unsure', 'conflict'] as const
export type Outcome = (typeof outcomes)[number]

/** Why a frozen message is held back although it is due. */
export const troubles = ['key-changed', 'refused'] as const
export type Trouble = (typeof troubles)[number]

const place = { id: z.string(), round: roundId, unit: id }

/** Nothing in a token tells which slip it came from. */
const token = z.object({ t: bytesText(32), s: bytesText(256), keyId })

/** Written before the blinded message is sent, so that a lost reply can be fetched again. */
const blinding = z.object({ t: bytesText(32), inverse: bytesText(256), blinded: bytesText(256), keyId })

/** A version the collector has confirmed, with the bytes that were sent and the collector they were sent to. */
const acknowledged = z.object({ version: contributionVersion, body: z.string(), incarnation: z.string() })

/**
 * `elsewhere`: versions frozen on other devices that this place was taken along from, in the order in which they were. They may have
 * been sent from there, or may yet be.
 */
const held = { ...place, token, dueAt: instant, elsewhere: z.exactOptional(z.array(contributionVersion).check(z.minLength(1))) }

const joining = z.object({
  ...place,
  stage: z.literal('joining'),
  code: z.string(),
  /** From the slip. A code typed by hand has none. */
  keyId: z.exactOptional(keyId),
  blinding: z.exactOptional(blinding),
  refusal: z.exactOptional(z.enum(joinRefusals)),
})
const joined = z.object({ ...held, stage: z.literal('joined'), choice: z.exactOptional(z.enum(['later', 'no'])) })
export const waiting = z.object({
  ...held,
  stage: z.literal('waiting'),
  version: contributionVersion,
  /** The frozen message, to the byte. */
  body: z.string(),
  replaces: z.exactOptional(acknowledged),
  /** The person chose not to wait. */
  hurry: z.boolean(),
  /** It has left the device at least once, so the collector may have it. */
  attempted: z.boolean(),
  trouble: z.exactOptional(z.enum(troubles)),
})
const sent = z.object({ ...held, stage: z.literal('sent'), acknowledged })
/** Over. Token and message are gone from the device. */
const settled = z.object({ ...place, stage: z.literal('settled'), outcome: z.enum(outcomes) })

export const participation = z.discriminatedUnion('stage', [joining, joined, waiting, sent, settled])
export type Participation = z.infer<typeof participation>
export type Joining = z.infer<typeof joining>
export type JoinedPlace = z.infer<typeof joined>
export type Waiting = z.infer<typeof waiting>
export type Sent = z.infer<typeof sent>
export type Settled = z.infer<typeof settled>
