import * as z from 'zod/mini'
import type { SharedValue } from '../domain/scoring/guidance.ts'
import { bytesText } from './base64url.ts'
import { id, roundId } from './ids.ts'

const values = z.string().check(z.regex(/^[0-4a-e-]{1,13}$/))
/** Index in the unit's `tiers`, or `-`. */
const tierIndex = z.string().check(z.regex(/^[0-3-]$/))
const version = { tier: tierIndex, values, r: bytesText(32) }
/** What can be replaced: the answers of one contribution, and the opening of their commitment. */
export const contributionVersion = z.strictObject(version)
export type ContributionVersion = z.infer<typeof contributionVersion>

/** `POST /contributions`: one character per dimension, a token and a random commitment opening. */
export const contribution = z.strictObject({
  v: z.literal(1),
  round: roundId,
  unit: id,
  t: bytesText(32),
  s: bytesText(256),
  ...version,
  /** The version that is replaced. */
  prev: z.optional(contributionVersion),
})
export const contributionReply = z.strictObject({ incarnation: z.string() })
export const collectorInfo = z.strictObject({ incarnation: z.string() })
export type Contribution = z.infer<typeof contribution>

/** Every contribution has the same length on the wire. */
export const contributionBytes = 1024

export function padContribution(message: Contribution): string {
  return JSON.stringify(message).padEnd(contributionBytes, ' ')
}

/** `0`–`4` at or above target, `a`–`e` for 0–4 below it, `-` for nothing. */
export function encodeValue(value: SharedValue): string {
  if (value === undefined) return '-'
  return (value.below ? 'abcde' : '01234').charAt(value.step)
}

/** All `-`: nothing counts. Valid only as a withdrawal. */
export function isWithdrawal(message: Pick<Contribution, 'tier' | 'values'>): boolean {
  return message.tier === '-' && /^-+$/.test(message.values)
}
