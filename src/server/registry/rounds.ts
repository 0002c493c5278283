import type { RoundList } from '../../protocol/session.ts'
import type { Principal } from '../accounts/principal.ts'
import { type FindRound, type StoredRound, roundIdsOf, stateOf } from '../issuer/rounds.ts'
import type { Sql } from '../store/database.ts'

type RoundEntry = RoundList['rounds'][number]

function entryOf(round: StoredRound, principal: Principal, now: Date): RoundEntry {
  const { frozen } = round
  const units = frozen.units.map(({ unit }) => unit)
  return {
    round: frozen.round,
    title: frozen.title,
    state: stateOf(round, now),
    opens: frozen.opens,
    closes: frozen.closes,
    units: principal.role === 'owner' ? units : units.filter((unit) => principal.units.includes(unit)),
  }
}

/** An owner sees all rounds of the municipality, a leader those with own units; newest first. */
export async function roundsSeenBy(sql: Sql, findRound: FindRound, principal: Principal, now: Date): Promise<readonly RoundEntry[]> {
  const ids = await roundIdsOf(sql, principal.municipality)
  const found = await Promise.all(ids.map(findRound))
  return found
    .flatMap((round) => (round === undefined ? [] : [entryOf(round, principal, now)]))
    .filter(({ units }) => principal.role === 'owner' || units.length > 0)
}
