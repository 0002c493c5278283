import { type RoundClosed, roundClosed } from '../protocol/admin.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { problemKind } from '../protocol/problem.ts'
import { type MunicipalityResult, type UnitResult, municipalityResult, unitResult } from '../protocol/results.ts'
import { type Joined, type Round, joinedFigures, round } from '../protocol/round.ts'
import { type Municipality, type RoundList, type Session, municipality, roundList, session } from '../protocol/session.ts'

/** The port: the browser's own `fetch`, cookies of this origin included. */
export type Fetch = (path: string, init?: RequestInit) => Promise<Response>

const refusals = ['sign-in-needed', 'not-released', 'forbidden', 'not-found', 'too-many-requests', 'unreachable', 'malformed'] as const
export type OfficeRefusal = { readonly kind: (typeof refusals)[number] }
export type Reading<T> = Promise<Result<T, OfficeRefusal>>

/** What leaders and owners read from the server. */
export type Office = {
  /** Uses up a one-time sign-in link. `sign-in-needed`: used, expired or never given out. */
  readonly signIn: (secret: string) => Reading<Session>
  readonly signOut: () => Reading<undefined>
  readonly session: () => Reading<Session>
  readonly municipality: () => Reading<Municipality>
  readonly rounds: () => Reading<RoundList>
  readonly round: (round: string) => Reading<Round>
  readonly joined: (round: string) => Reading<Readonly<Record<string, Joined>>>
  readonly unitResult: (round: string, unit: string) => Reading<UnitResult>
  readonly municipalityResult: (round: string) => Reading<MunicipalityResult>
  /** Closes a round for good and releases its figures; may be asked again. */
  readonly closeRound: (round: string) => Reading<RoundClosed>
}

type Schema<T> = { readonly safeParse: (body: unknown) => { success: true; data: T } | { success: false } }

async function refusalOf(reply: Response): Promise<OfficeRefusal> {
  const named = problemKind(await reply.json().catch(() => undefined))
  const kind = refusals.find((each) => each === named)
  if (kind) return { kind }
  return { kind: reply.status >= 500 ? 'unreachable' : 'malformed' }
}

async function send(fetch: Fetch, path: string, init?: RequestInit): Reading<Response> {
  try {
    const reply = await fetch(`/api/v1${path}`, { cache: 'no-cache', ...init })
    return reply.ok ? ok(reply) : fail(await refusalOf(reply))
  } catch {
    return fail({ kind: 'unreachable' })
  }
}

async function read<T>(fetch: Fetch, schema: Schema<T>, path: string, init?: RequestInit): Reading<T> {
  const reply = await send(fetch, path, init)
  if (!reply.ok) return reply
  const parsed = schema.safeParse(await reply.value.json().catch(() => undefined))
  return parsed.success ? ok(parsed.data) : fail({ kind: 'malformed' })
}

function signIn(fetch: Fetch, secret: string): Reading<Session> {
  const headers = { 'content-type': 'application/json' }
  return read(fetch, session, '/session/link', { method: 'POST', headers, body: JSON.stringify({ secret }) })
}

async function signOut(fetch: Fetch): Reading<undefined> {
  const reply = await send(fetch, '/session', { method: 'DELETE' })
  return reply.ok ? ok(undefined) : reply
}

export function officeOver(fetch: Fetch): Office {
  return {
    signIn: (secret) => signIn(fetch, secret),
    signOut: () => signOut(fetch),
    session: () => read(fetch, session, '/session'),
    municipality: () => read(fetch, municipality, '/municipality'),
    rounds: () => read(fetch, roundList, '/rounds'),
    round: (id) => read(fetch, round, `/rounds/${id}`),
    joined: (id) => read(fetch, joinedFigures, `/rounds/${id}/joined`),
    unitResult: (id, unit) => read(fetch, unitResult, `/rounds/${id}/results/${unit}`),
    closeRound: (id) => read(fetch, roundClosed, `/rounds/${id}/close`, { method: 'POST' }),
    municipalityResult: (id) => read(fetch, municipalityResult, `/rounds/${id}/results`),
  }
}
