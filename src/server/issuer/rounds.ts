import { type Round, type RoundUnit, round as roundSchema } from '../../protocol/round.ts'
import type { Database, Row, Sql } from '../store/database.ts'

/** What never changes after the opening (release rule R0). */
export type FrozenRound = Omit<Round, 'state'>

/** `closing`: the owner or the clock has closed it, and the release is on its way. */
export type Phase = 'open' | 'closing' | 'released'

export type StoredRound = {
  readonly municipality: string
  readonly phase: Phase
  readonly participantsSeeResults: boolean
  readonly frozen: FrozenRound
}

export type FindRound = (round: string) => Promise<StoredRound | undefined>

export function phaseFrom(row: Row | undefined): Phase {
  const phase = row?.['phase']
  return phase === 'open' || phase === 'closing' ? phase : 'released'
}

async function readFrozen(sql: Sql, round: string): Promise<FrozenRound | undefined> {
  const [row] = await sql.all('SELECT document FROM round WHERE round = $1', round)
  if (row === undefined) return undefined
  const { state: _state, ...frozen } = roundSchema.parse({ ...(JSON.parse(String(row['document'])) as object), state: 'open' })
  return frozen
}

/** Finds rounds by id. Documents are read once: they are frozen. The phase is read anew, for another process may close a round. */
export function roundsIn(issuer: Database): FindRound {
  const read = new Map<string, FrozenRound>()
  return async (round) => {
    const [row] = await issuer.all('SELECT municipality, phase, participants_see_results FROM round WHERE round = $1', round)
    const frozen = row && (read.get(round) ?? (await readFrozen(issuer, round)))
    if (row === undefined || frozen === undefined) return undefined
    read.set(round, frozen)
    return {
      municipality: String(row['municipality']),
      phase: phaseFrom(row),
      participantsSeeResults: row['participants_see_results'] === 1,
      frozen,
    }
  }
}

export function stateOf({ phase, frozen }: StoredRound, now: Date): Round['state'] {
  if (phase === 'released') return 'released'
  return phase === 'closing' || now.toISOString() >= frozen.closes ? 'closed' : 'open'
}

const documents = new WeakMap<FrozenRound, Map<Round['state'], Round>>()

/** What everybody reads of a round: the same object as long as the state is the same, so that it is written once (serialise.ts). */
export function publicRound(found: StoredRound, now: Date): Round {
  const state = stateOf(found, now)
  const byState = documents.get(found.frozen) ?? new Map<Round['state'], Round>()
  const document = byState.get(state) ?? Object.freeze({ ...found.frozen, state })
  documents.set(found.frozen, byState.set(state, document))
  return document
}

/** Joining and contributing work until then, or until the owner closes (release rule R1). */
export function isAccepting({ phase, frozen }: StoredRound, now: Date): boolean {
  return phase === 'open' && now.toISOString() < frozen.acceptUntil
}

/**
 * Why a round takes nothing. What a device is told once a round is closed is final for it, so the clock alone does not say it: until
 * the round has been closed, which a server does within a minute if its clock can be believed, the answer is to come again.
 */
export type NotTaking = { readonly kind: 'round-closed' } | { readonly kind: 'unavailable'; readonly retryAfter: number }

export function whyNotTaking(round: StoredRound, now: Date): NotTaking | undefined {
  if (round.phase !== 'open') return { kind: 'round-closed' }
  return isAccepting(round, now) ? undefined : { kind: 'unavailable', retryAfter: 60 }
}

export function unitOfRound({ units }: Pick<FrozenRound, 'units'>, unit: string): RoundUnit | undefined {
  return units.find((each) => each.unit === unit)
}

/** The ids of a municipality's rounds, newest closing first. */
export async function roundIdsOf(sql: Sql, municipality: string): Promise<readonly string[]> {
  const rows = await sql.all('SELECT round FROM round WHERE municipality = $1 ORDER BY closes DESC, round', municipality)
  return rows.map((row) => String(row['round']))
}
