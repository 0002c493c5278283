import { type RoundClosed, roundClosed } from '../protocol/admin.ts'
import { type Result, ok } from '../domain/result.ts'
import type { MunicipalProfile } from '../protocol/profile.ts'
import { type MunicipalityResult, type UnitResult, municipalityResult, unitResult } from '../protocol/results.ts'
import { type Joined, type Round, joinedFigures, round } from '../protocol/round.ts'
import { type Municipality, type RoundList, type Session, municipality, roundList, session } from '../protocol/session.ts'
import { type HeldProfile, type SaveRefusal, readProfile, saveProfile } from './office-profile.ts'
import { type Fetch, type OfficeRefusal, type Reading, read, send } from './office-reading.ts'

export type { Fetch, HeldProfile, OfficeRefusal, Reading, SaveRefusal }

/** What leaders and owners do with the server. */
export type Office = {
  /** Uses up a one-time sign-in link. `sign-in-needed`: used, expired or never given out. */
  readonly signIn: (secret: string) => Reading<Session>
  readonly signOut: () => Reading<undefined>
  readonly session: () => Reading<Session>
  readonly municipality: () => Reading<Municipality>
  readonly profile: () => Reading<HeldProfile>
  /** Stores a profile in place of the version that was read. */
  readonly saveProfile: (profile: MunicipalProfile, etag: string) => Promise<Result<HeldProfile, SaveRefusal>>
  readonly rounds: () => Reading<RoundList>
  readonly round: (round: string) => Reading<Round>
  readonly joined: (round: string) => Reading<Readonly<Record<string, Joined>>>
  readonly unitResult: (round: string, unit: string) => Reading<UnitResult>
  readonly municipalityResult: (round: string) => Reading<MunicipalityResult>
  /** Closes a round for good and releases its figures; may be asked again. */
  readonly closeRound: (round: string) => Reading<RoundClosed>
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
    profile: () => readProfile(fetch),
    saveProfile: (profile, etag) => saveProfile(fetch, profile, etag),
    rounds: () => read(fetch, roundList, '/rounds'),
    round: (id) => read(fetch, round, `/rounds/${id}`),
    joined: (id) => read(fetch, joinedFigures, `/rounds/${id}/joined`),
    unitResult: (id, unit) => read(fetch, unitResult, `/rounds/${id}/results/${unit}`),
    closeRound: (id) => read(fetch, roundClosed, `/rounds/${id}/close`, { method: 'POST' }),
    municipalityResult: (id) => read(fetch, municipalityResult, `/rounds/${id}/results`),
  }
}
