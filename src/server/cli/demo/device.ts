import { createHash, createPublicKey, randomBytes } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import type { FastifyInstance } from 'fastify'
import { decodeBase64url, encodeBase64url } from '../../../protocol/base64url.ts'
import { formatCode } from '../../../protocol/code.ts'
import { padContribution } from '../../../protocol/contribution.ts'
import { issueReply } from '../../../protocol/issue.ts'
import type { Round, RoundUnit } from '../../../protocol/round.ts'
import { tokenContext } from '../../../protocol/token-context.ts'

const suite = RSABSSA.SHA384.PSS.Randomized()
const randomPrefix = 32

/** What one invented person does with a slip: fetch a token blind, then contribute with it. */
export type Visit = {
  readonly round: Round
  readonly unit: RoundUnit
  /** The 16 symbols of a code. */
  readonly code: string
  /** Index in the unit's tiers, or `-`. */
  readonly tier: string
  readonly values: string
}

async function publicKeyOf({ n, e }: RoundUnit): Promise<CryptoKey> {
  const spki = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).export({ type: 'spki', format: 'der' })
  return crypto.subtle.importKey('spki', new Uint8Array(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
}

function contextOf(round: string, { unit, keyId }: RoundUnit): Uint8Array<ArrayBuffer> {
  const roundUnitHash = createHash('sha256').update(`${round}\n${unit}`).digest()
  return tokenContext(roundUnitHash, decodeBase64url(keyId) ?? new Uint8Array())
}

async function post(app: FastifyInstance, path: string, payload: string): Promise<unknown> {
  const reply = await app.inject({ method: 'POST', url: `/api/v1${path}`, headers: { 'content-type': 'application/json' }, payload })
  if (reply.statusCode !== 200) throw new Error(`${path} answered ${reply.statusCode}: ${reply.body}`)
  return reply.json()
}

/** The same messages, and the same blinding, as a device sends. */
export async function visit(app: FastifyInstance, { round, unit, code, tier, values }: Visit): Promise<void> {
  const at = { v: 1, round: round.round, unit: unit.unit } as const
  const key = await publicKeyOf(unit)
  const prepared = new Uint8Array(suite.prepare(contextOf(round.round, unit)))
  const { blindedMsg, inv } = await suite.blind(key, prepared)
  const issue = { ...at, code: formatCode(code), blinded: encodeBase64url(blindedMsg) }
  const { signature } = issueReply.parse(await post(app, '/issue', JSON.stringify(issue)))
  const token = await suite.finalize(key, prepared, decodeBase64url(signature) ?? new Uint8Array(), inv)
  const t = encodeBase64url(prepared.subarray(0, randomPrefix))
  const r = encodeBase64url(randomBytes(randomPrefix))
  await post(app, '/contributions', padContribution({ ...at, t, s: encodeBase64url(token), tier, values, r }))
}
