import { validUntil } from '../accounts/secret.ts'
import { sessionMilliseconds } from '../accounts/session.ts'
import { linkMilliseconds } from '../accounts/sign-in-link.ts'
import { logAction } from '../accounts/audit-log.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { findMunicipality } from '../registry/municipality.ts'
import { roundIdsOf } from '../issuer/rounds.ts'
import { auditUnguarded } from '../store/people-schema.ts'
import { keysOf, removeAndRewrite } from '../store/rewrite.ts'
import type { Sql } from '../store/database.ts'
import { type StoreName, type Stores, tablesOf } from '../store/stores.ts'

const day = 86_400_000

async function removed(sql: Sql, statement: string, ...values: string[]): Promise<number> {
  return (await sql.all(`${statement} RETURNING municipality`, ...values)).length
}

/** Whose time is up, and what a clock that was ahead has made. */
function removeInvalid(sql: Sql, table: 'session' | 'sign_in_link', now: Date, lifetime: number): Promise<number> {
  const { after, latest } = validUntil(now, lifetime)
  return removed(sql, `DELETE FROM ${table} WHERE expires <= $1 OR expires > $2`, after, latest)
}

/** The log is append-only for everything but this: for one transaction nothing guards it. */
async function unguarded<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  const { lift, restore } = auditUnguarded[sql.engine]
  await sql.all(lift)
  const value = await work()
  await sql.all(restore)
  return value
}

/** `who`: an operator with the command, or the server itself every night. */
export type Purging = { readonly auditDays: number; readonly now: Date; readonly who: 'operator' | 'clock' }

/** Said in the log itself, so that nobody takes what is left for all there was. */
async function purgeLogs(sql: Sql, since: string, { now, who }: Pick<Purging, 'now' | 'who'>): Promise<number> {
  const old = await sql.all('SELECT municipality, COUNT(*) AS entries FROM audit WHERE at < $1 GROUP BY municipality', since)
  for (const { municipality, entries } of old) {
    const detail = { removed: Number(entries) }
    await logAction(sql, String(municipality), { who, action: 'audit-purged', detail }, now)
  }
  return old.length === 0 ? 0 : unguarded(sql, () => removed(sql, 'DELETE FROM audit WHERE at < $1', since))
}

export type Purged = { readonly links: number; readonly sessions: number; readonly audit: number }

/** What time alone removes rows from. */
const passing = ['sign_in_link', 'session', 'audit']

/** Removes what has had its time (see rules.ts). Doing it again removes nothing more. */
export async function purgeDue({ issuer }: Pick<Stores, 'issuer'>, { auditDays, now, who }: Purging): Promise<Purged> {
  const since = new Date(now.getTime() - auditDays * day).toISOString()
  return removeAndRewrite(issuer, keysOf(tablesOf('issuer').filter(({ name }) => passing.includes(name))), async (sql) => ({
    links: await removeInvalid(sql, 'sign_in_link', now, linkMilliseconds),
    sessions: await removeInvalid(sql, 'session', now, sessionMilliseconds),
    audit: await purgeLogs(sql, since, { now, who }),
  }))
}

export type PurgeRefusal = { readonly kind: 'municipality-unknown' } | { readonly kind: 'round-not-released'; readonly round: string }
export type MunicipalityPurged = { readonly municipality: string; readonly rounds: number; readonly units: number }

const everything = (store: StoreName) => keysOf(tablesOf(store))

async function findGoing(sql: Sql, municipality: string): Promise<string | undefined> {
  const [going] = await sql.all(`SELECT round FROM round WHERE municipality = $1 AND phase <> 'released'`, municipality)
  return going && String(going['round'])
}

async function removeRounds(sql: Sql, table: 'released' | 'intake', rounds: readonly string[]): Promise<void> {
  for (const round of rounds) await sql.all(`DELETE FROM ${table} WHERE round = $1`, round)
}

async function removeRegister(sql: Sql, municipality: string): Promise<number> {
  for (const table of ['code', 'round_unit', 'round', 'own_pack', 'own_profile', 'session', 'sign_in_link'])
    await sql.all(`DELETE FROM ${table} WHERE municipality = $1`, municipality)
  const units = await removed(sql, 'DELETE FROM unit WHERE municipality = $1', municipality)
  await unguarded(sql, () => removed(sql, 'DELETE FROM audit WHERE municipality = $1', municipality))
  await sql.all('DELETE FROM municipality WHERE id = $1', municipality)
  return units
}

/**
 * Everything of a municipality, its log included. Refused while a round of it is not over: people's contributions wait in it. The
 * documents go first: what is cut short is found and finished by doing it again, for the municipality goes last.
 */
export async function purgeMunicipality(stores: Stores, municipality: string): Promise<Result<MunicipalityPurged, PurgeRefusal>> {
  const { issuer, released, collector } = stores
  if ((await findMunicipality(issuer, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
  const going = await findGoing(issuer, municipality)
  if (going !== undefined) return fail({ kind: 'round-not-released', round: going })
  const rounds = await roundIdsOf(issuer, municipality)
  await removeAndRewrite(released, everything('released'), (sql) => removeRounds(sql, 'released', rounds))
  await removeAndRewrite(collector, everything('collector'), (sql) => removeRounds(sql, 'intake', rounds))
  return removeAndRewrite(issuer, everything('issuer'), async (sql) => {
    // One may have been opened meanwhile.
    const round = await findGoing(sql, municipality)
    if (round !== undefined) return fail({ kind: 'round-not-released', round })
    return ok({ municipality, rounds: rounds.length, units: await removeRegister(sql, municipality) })
  })
}
