import { type Result, fail, ok } from '../domain/result.ts'
import { type ContributionVersion, collectorInfo, contributionReply, isWithdrawal } from '../protocol/contribution.ts'
import type { KnownRound } from '../protocol/known-round.ts'
import { unitIn } from './unit-in.ts'
import type { JoinedPlace, Outcome, Participation, Sent, Trouble, Waiting } from '../protocol/participation.ts'
import { problemKind } from '../protocol/problem.ts'
import { freezeForNext } from './contribute.ts'
import { waitOf } from './due.ts'
import type { Reply, StoreRefusal, SyncPorts } from './ports.ts'
import { readRound } from './read-round.ts'

/** What one attempt came to. `later`: no answer that decides anything. `waits`: not due yet; look again after so many milliseconds. */
export type Attempt = Result<
  { readonly kind: 'done' } | { readonly kind: 'waits'; readonly milliseconds: number },
  { readonly kind: 'later'; readonly retryAfter?: number } | StoreRefusal
>

const done: Attempt = ok({ kind: 'done' })
/** While colleagues are missing, the joined figure is looked at about this often. */
const figureInterval = 5 * 60_000

type Decide = (stored: Participation) => Participation

async function keep(ports: SyncPorts, id: string, decide: Decide): Promise<Attempt> {
  const stored = await ports.participations.change(id, decide)
  return stored.ok ? done : stored
}

export function settle(participation: Participation, outcome: Outcome): Participation {
  const { id, round, unit } = participation
  return { id, round, unit, stage: 'settled', outcome }
}

/** What counts in the end, where another device may have had its say. */
function besideElsewhere(outcome: Outcome, elsewhere: readonly ContributionVersion[] = []): Outcome {
  const isWithdrawn = outcome === 'withdrawn'
  const isKnown =
    (isWithdrawn || outcome === 'counted' || outcome === 'counted-earlier') && elsewhere.every((each) => isWithdrawal(each) === isWithdrawn)
  return isKnown || elsewhere.length === 0 ? outcome : 'unsure'
}

/** Bytes that left without a reply may have arrived, and then nobody can say what was counted. */
function outcomeAtClose(waiting: Waiting): Outcome {
  return besideElsewhere(outcomeHere(waiting), waiting.elsewhere)
}

function outcomeHere({ version, attempted, replaces }: Waiting): Outcome {
  const before = replaces === undefined ? undefined : isWithdrawal(replaces.version) ? 'withdrawn' : 'counted'
  if (!attempted) return before === 'counted' ? 'counted-earlier' : (before ?? 'too-late')
  const after = isWithdrawal(version) ? 'withdrawn' : 'counted'
  if (before === after || (before === undefined && after === 'withdrawn')) return after
  return 'unsure'
}

function withTrouble(trouble: Trouble): Decide {
  return (stored) => (stored.stage === 'waiting' ? { ...stored, trouble } : stored)
}

/** A later version frozen in the meantime is never overwritten by the answer to an earlier one. */
function sameMessage(waiting: Waiting, decide: (stored: Waiting) => Participation): Decide {
  return (stored) => (stored.stage === 'waiting' && stored.body === waiting.body ? decide(stored) : stored)
}

function acknowledged(waiting: Waiting, incarnation: string): Decide {
  const { version, body } = waiting
  return sameMessage(waiting, ({ id, round, unit, token, dueAt }) => ({
    ...{ id, round, unit, token, dueAt, stage: 'sent' },
    acknowledged: { version, body, incarnation },
  }))
}

/** Only what our own server says decides something: a network's sign-in page may answer with any status. */
function readAnswer(reply: Reply | undefined, waiting: Waiting): Decide | undefined {
  if (reply?.status === 200) {
    const parsed = contributionReply.safeParse(reply.body)
    return parsed.success ? acknowledged(waiting, parsed.data.incarnation) : undefined
  }
  const kind = problemKind(reply?.body)
  if (kind === 'conflict') return sameMessage(waiting, (stored) => freezeForNext(stored) ?? settle(stored, 'conflict'))
  if (kind === 'round-closed') return sameMessage(waiting, (stored) => settle(stored, outcomeAtClose(waiting)))
  return kind === 'malformed' || kind === 'token-invalid' ? withTrouble('refused') : undefined
}

async function post(ports: SyncPorts, waiting: Waiting, to: KnownRound['collector']): Promise<Attempt> {
  const marked = await ports.participations.change(
    waiting.id,
    sameMessage(waiting, ({ trouble: _trouble, ...stored }) => ({ ...stored, attempted: true })),
  )
  if (!marked.ok) return marked
  if (marked.value?.stage !== 'waiting' || marked.value.body !== waiting.body) return done
  const reply = await ports.exchange('POST', '/contributions', { body: waiting.body, to })
  // What it would have come to without this attempt decides what a refusal now means.
  const decide = readAnswer(reply, waiting)
  if (decide !== undefined) {
    const decided = await ports.participations.change(waiting.id, decide)
    if (!decided.ok) return decided
    const isAsked = decided.value?.stage === 'waiting' && decided.value.body !== waiting.body
    return isAsked ? post(ports, decided.value, to) : done
  }
  return fail({ kind: 'later', ...(reply?.retryAfter === undefined ? {} : { retryAfter: reply.retryAfter }) })
}

async function freshRound(ports: SyncPorts, round: string): Promise<Result<KnownRound, { readonly kind: 'later' } | StoreRefusal>> {
  const known = await readRound(ports, round)
  if (known.ok) return known
  const { error } = known
  return error.kind === 'storage-full' || error.kind === 'storage-unavailable' ? fail(error) : fail({ kind: 'later' })
}

/** Sends a frozen message if it may be sent, right after a look at the round: its key must still be the one the token was made for. */
export async function trySend(ports: SyncPorts, waiting: Waiting): Promise<Attempt> {
  const stored = await ports.rounds.find(waiting.round)
  if (!stored.ok) return stored
  const early = waitOf(waiting, stored.value, ports.now())
  if (early.kind === 'a-while') return ok({ kind: 'waits', milliseconds: early.milliseconds })
  const known = await freshRound(ports, waiting.round)
  if (!known.ok) return known
  if (known.value.document.state === 'released') {
    return keep(
      ports,
      waiting.id,
      sameMessage(waiting, (now) => settle(now, outcomeAtClose(waiting))),
    )
  }
  if (waitOf(waiting, known.value, ports.now()).kind === 'for-colleagues') return ok({ kind: 'waits', milliseconds: figureInterval })
  if (unitIn(known.value, waiting.unit)?.keyId !== waiting.token.keyId) return keep(ports, waiting.id, withTrouble('key-changed'))
  return post(ports, waiting, known.value.collector)
}

async function readIncarnation(ports: SyncPorts, to: KnownRound['collector']): Promise<string | undefined> {
  const reply = await ports.exchange('GET', '/collector', { to })
  const parsed = collectorInfo.safeParse(reply?.body)
  return reply?.status === 200 && parsed.success ? parsed.data.incarnation : undefined
}

/** The collector's database was lost: what it had confirmed is sent once more, unchanged. */
function resend({ acknowledged: { version, body }, id, round, unit, token, dueAt }: Sent): Waiting {
  return { id, round, unit, token, dueAt, stage: 'waiting', version, body, hurry: true, attempted: true }
}

/** Looks after what was sent: is it still there, and has the round been released? */
export async function followUp(ports: SyncPorts, sent: Sent): Promise<Attempt> {
  const known = await freshRound(ports, sent.round)
  if (!known.ok) return known
  const incarnation = await readIncarnation(ports, known.value.collector)
  if (incarnation === undefined) return fail({ kind: 'later' })
  const isThere = incarnation === sent.acknowledged.incarnation
  const withdrawn = isWithdrawal(sent.acknowledged.version)
  const decide = (stored: Sent): Participation => {
    if (known.value.document.state !== 'released') return isThere ? stored : resend(stored)
    return settle(stored, besideElsewhere(withdrawn ? 'withdrawn' : isThere ? 'counted' : 'unsure', stored.elsewhere))
  }
  return keep(ports, sent.id, (stored) =>
    stored.stage === 'sent' && stored.acknowledged.body === sent.acknowledged.body ? decide(stored) : stored,
  )
}

/** A place that was not used when the round was released is over. */
export async function followPlace(ports: SyncPorts, joined: JoinedPlace): Promise<Attempt> {
  const known = await freshRound(ports, joined.round)
  if (!known.ok) return known
  if (known.value.document.state !== 'released') return done
  return keep(ports, joined.id, (stored) =>
    stored.stage === 'joined' ? settle(stored, besideElsewhere('not-sent', stored.elsewhere)) : stored,
  )
}
