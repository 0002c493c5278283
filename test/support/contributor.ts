import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { encodeBase64url } from '../../src/protocol/base64url.ts'
import { type Contribution, padContribution } from '../../src/protocol/contribution.ts'
import { issueReply } from '../../src/protocol/issue.ts'
import { type Round, type RoundUnit, round as roundSchema } from '../../src/protocol/round.ts'
import { tokenContext } from '../../src/protocol/token-context.ts'
import { type Blinding, blind, finalise, openKey, prepare } from '../../src/token/token.ts'

type Reply = Awaited<ReturnType<FastifyInstance['inject']>>

/** Calls the interface. A body given as text goes out as it is. */
export async function call(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  path: string,
  body?: object | string,
  more: InjectOptions = {},
): Promise<Reply> {
  const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more.headers }
  return app.inject({ ...more, method, url: `/api/v1${path}`, headers, ...(body === undefined ? {} : { payload: body }) })
}

/** The kind of a problem document, and its status. */
export function problemOf(reply: Reply): string {
  const { type, status } = reply.json<{ type: string; status: number }>()
  if (!String(reply.headers['content-type']).startsWith('application/problem+json'))
    throw new Error(`not a problem document: ${reply.body}`)
  if (status !== reply.statusCode) throw new Error(`says ${status}, is ${reply.statusCode}`)
  return `${status} ${type.replace('urn:peil:', '')}`
}

export async function readRound(app: FastifyInstance, round: string): Promise<Round> {
  return roundSchema.parse((await call(app, 'GET', `/rounds/${round}`)).json())
}

/** A device that joins a unit. The blinding is real, as in the app. */
export type Joining = {
  readonly round: string
  readonly unit: RoundUnit
  readonly key: CryptoKey
  readonly t: Uint8Array<ArrayBuffer>
  readonly prepared: Uint8Array<ArrayBuffer>
  readonly blinding: Blinding
}

export async function prepareJoining(round: Round, unitId: string): Promise<Joining> {
  const unit = round.units.find((each) => each.unit === unitId)
  if (unit === undefined) throw new Error(`no unit ${unitId}`)
  const [modulus, exponent, keyId] = [unit.n, unit.e, unit.keyId].map((text) => new Uint8Array(Buffer.from(text, 'base64url')))
  const key = modulus && exponent && keyId && (await openKey({ modulus, exponent, keyId }))
  if (key === undefined || keyId === undefined) throw new Error('the key of the unit cannot be used')
  const t = new Uint8Array(randomBytes(32))
  const roundUnit = createHash('sha256').update(`${round.round}\n${unitId}`).digest()
  const prepared = prepare(t, tokenContext(roundUnit, keyId))
  return { round: round.round, unit, key, t, prepared, blinding: await blind(key, prepared) }
}

export function issueMessage(joining: Joining, code: string): object {
  return { v: 1, round: joining.round, unit: joining.unit.unit, code, blinded: encodeBase64url(joining.blinding.blinded) }
}

export type Token = { readonly round: string; readonly unit: string; readonly t: string; readonly s: string }

export async function finishJoining(joining: Joining, reply: { readonly json: () => unknown }): Promise<Token> {
  const signature = new Uint8Array(Buffer.from(issueReply.parse(await reply.json()).signature, 'base64url'))
  const s = await finalise(joining.key, joining.prepared, signature, joining.blinding.inverse)
  if (s === undefined) throw new Error('the signature is not valid')
  return { round: joining.round, unit: joining.unit.unit, t: encodeBase64url(joining.t), s: encodeBase64url(s) }
}

export async function joinUnit(app: FastifyInstance, round: Round, unitId: string, code: string): Promise<Token> {
  const joining = await prepareJoining(round, unitId)
  return finishJoining(joining, await call(app, 'POST', '/issue', issueMessage(joining, code)))
}

export type Version = { readonly tier: string; readonly values: string; readonly r: string }

export function newVersion(values: string, tier = '-'): Version {
  return { tier, values, r: encodeBase64url(randomBytes(32)) }
}

export function contributionOf(token: Token, version: Version, prev?: Version): Contribution {
  return { v: 1, ...token, ...version, ...(prev === undefined ? {} : { prev }) }
}

export async function send(app: FastifyInstance, message: Contribution): Promise<Reply> {
  return call(app, 'POST', '/contributions', padContribution(message))
}
