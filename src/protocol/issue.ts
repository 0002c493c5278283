import * as z from 'zod/mini'
import { bytesText } from './base64url.ts'
import { id, roundId } from './ids.ts'

/** `POST /issue`. `code` is what stands on the slip, check symbol included. */
export const issueMessage = z.strictObject({
  v: z.literal(1),
  round: roundId,
  unit: id,
  code: z.string().check(z.maxLength(64)),
  blinded: bytesText(256),
})
export const issueReply = z.strictObject({ signature: bytesText(256) })
export type IssueMessage = z.infer<typeof issueMessage>
