import { type Result, fail, ok } from '../domain/result.ts'
import { formatCode } from '../protocol/code.ts'
import { issueReply } from '../protocol/issue.ts'
import { unitIn } from './unit-in.ts'
import type { JoinRefusalKind, Joining, Participation } from '../protocol/participation.ts'
import { problemKind } from '../protocol/problem.ts'
import type { RoundUnit } from '../protocol/round.ts'
import { waitUntil } from './due.ts'
import type { Reply, StoreRefusal, SyncPorts } from './ports.ts'
import { readRound } from './read-round.ts'
import { tokenClient } from './token-client.ts'
import { bytesOf, openUnitKey, preparedFor, textOf } from './unit-key.ts'

/** `later`: nothing is decided, try again. */
type Halt =
  { readonly kind: 'refused'; readonly refusal: JoinRefusalKind } | { readonly kind: 'later'; readonly retryAfter?: number } | StoreRefusal
type Step<T> = Promise<Result<T, Halt>>
type Blinded = Joining & { readonly blinding: NonNullable<Joining['blinding']> }

function refuse(refusal: JoinRefusalKind): { readonly ok: false; readonly error: Halt } {
  return fail({ kind: 'refused', refusal })
}

/** The unit as the round names it now, with a key that is the one on the slip. */
async function findUnit(ports: SyncPorts, joining: Joining): Step<RoundUnit> {
  const known = await readRound(ports, joining.round)
  if (!known.ok) {
    if (known.error.kind === 'unreachable') return fail({ kind: 'later' })
    if (known.error.kind === 'round-unknown' || known.error.kind === 'round-unreadable') return refuse(known.error.kind)
    return fail(known.error)
  }
  if (known.value.document.state === 'released') return refuse('round-closed')
  const unit = unitIn(known.value, joining.unit)
  if (unit === undefined) return refuse('unit-not-in-round')
  const expected = joining.blinding?.keyId ?? joining.keyId ?? unit.keyId
  return expected === unit.keyId ? ok(unit) : refuse('key-mismatch')
}

/** Blinds once, and stores it before anything is sent. A restart goes on with the same bytes. */
async function blindOnce(ports: SyncPorts, joining: Joining, unit: RoundUnit): Step<Blinded> {
  if (joining.blinding !== undefined) return ok({ ...joining, blinding: joining.blinding })
  const client = await tokenClient(ports)
  if (!client.ok) return client
  const key = await openUnitKey(client.value, unit)
  if (key === undefined) return refuse('key-unsound')
  const t = textOf(ports.randomBytes(32))
  const { inverse, blinded } = await client.value.blind(key, await preparedFor(client.value, { ...joining, keyId: unit.keyId, t }))
  const blinding = { t, inverse: textOf(inverse), blinded: textOf(blinded), keyId: unit.keyId }
  const stored = await ports.participations.change(joining.id, (now) =>
    now.stage === 'joining' && now.blinding === undefined ? { ...now, blinding } : now,
  )
  if (!stored.ok) return stored
  const kept = stored.value
  if (kept?.stage !== 'joining' || kept.blinding === undefined) return fail({ kind: 'later' })
  return ok({ ...kept, blinding: kept.blinding })
}

const refusedByIssuer = { 'code-unknown': true, 'code-spent': true, 'round-closed': true, malformed: true } as const

function readSignature(reply: Reply | undefined): Result<string, Halt> {
  const kind = problemKind(reply?.body)
  if (kind !== undefined && kind in refusedByIssuer) return refuse(kind as keyof typeof refusedByIssuer)
  const parsed = issueReply.safeParse(reply?.body)
  if (reply?.status === 200 && parsed.success) return ok(parsed.data.signature)
  return fail({ kind: 'later', ...(reply?.retryAfter === undefined ? {} : { retryAfter: reply.retryAfter }) })
}

async function fetchToken(ports: SyncPorts, joining: Blinded, unit: RoundUnit): Step<string> {
  const { round, unit: unitId, code, blinding } = joining
  const message = { v: 1, round, unit: unitId, code: formatCode(code), blinded: blinding.blinded }
  const signature = readSignature(await ports.exchange('POST', '/issue', { body: JSON.stringify(message) }))
  if (!signature.ok) return signature
  const client = await tokenClient(ports)
  if (!client.ok) return client
  const key = await openUnitKey(client.value, unit)
  if (key === undefined) return refuse('key-unsound')
  const prepared = await preparedFor(client.value, { ...joining, keyId: blinding.keyId, t: blinding.t })
  const token = await client.value.finalise(key, prepared, bytesOf(signature.value), bytesOf(blinding.inverse))
  return token === undefined ? refuse('signature-not-valid') : ok(textOf(token))
}

/** The token replaces code, inverse and blinded message in one write. */
function holdPlace(ports: SyncPorts, joining: Blinded, s: string): (stored: Participation) => Participation {
  const { id, round, unit, blinding } = joining
  const dueAt = waitUntil(ports.now(), ports.random())
  return (stored) =>
    stored.stage === 'joining' ? { id, round, unit, stage: 'joined', token: { t: blinding.t, s, keyId: blinding.keyId }, dueAt } : stored
}

async function walk(ports: SyncPorts, joining: Joining): Step<undefined> {
  const unit = await findUnit(ports, joining)
  if (!unit.ok) return unit
  const blinded = await blindOnce(ports, joining, unit.value)
  if (!blinded.ok) return blinded
  const token = await fetchToken(ports, blinded.value, unit.value)
  if (!token.ok) return token
  const stored = await ports.participations.change(joining.id, holdPlace(ports, blinded.value, token.value))
  return stored.ok ? ok(undefined) : stored
}

/** One attempt to turn a code into a token. A refusal is stored with the code, so that it can be shown and tried again. */
export async function tryJoin(
  ports: SyncPorts,
  joining: Joining,
): Promise<Result<undefined, { readonly kind: 'later'; readonly retryAfter?: number } | StoreRefusal>> {
  const walked = await walk(ports, joining)
  if (walked.ok) return walked
  const { error } = walked
  if (error.kind !== 'refused') return fail(error)
  const { refusal } = error
  const stored = await ports.participations.change(joining.id, (now) => (now.stage === 'joining' ? { ...now, refusal } : now))
  return stored.ok ? ok(undefined) : stored
}
