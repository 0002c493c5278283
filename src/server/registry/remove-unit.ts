import { type Result, fail, ok } from '../../domain/result.ts'
import type { UnitRemoved } from '../../protocol/admin.ts'
import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import type { Database, Sql } from '../store/database.ts'
import { findMunicipality } from './municipality.ts'
import { unitsOf } from './units.ts'

export type RemoveRefusal =
  | { readonly kind: 'municipality-unknown' | 'unit-unknown' }
  /** The round has a place for the unit in its document, and may have figures of it. */
  | { readonly kind: 'unit-was-in-round'; readonly round: string }

type Which = { readonly municipality: string; readonly unit: string }

async function roundWith(sql: Sql, { municipality, unit }: Which): Promise<string | undefined> {
  const [row] = await sql.all('SELECT round FROM round_unit WHERE municipality = $1 AND unit = $2', municipality, unit)
  return row && String(row['round'])
}

async function endAccess(sql: Sql, table: 'session' | 'sign_in_link', { municipality, unit }: Which): Promise<number> {
  return (await sql.all(`DELETE FROM ${table} WHERE municipality = $1 AND unit = $2 RETURNING unit`, municipality, unit)).length
}

/** Removes a unit that was never in a round, and ends what its leaders signed in with: the id may be another unit's one day. */
export function removeUnit(
  database: Database,
  which: Which,
  { who, now }: { readonly who: AuditEntry['who']; readonly now: Date },
): Promise<Result<UnitRemoved, RemoveRefusal>> {
  const { municipality, unit } = which
  return database.transaction(async (sql) => {
    if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
    const removed = (await unitsOf(sql, municipality)).find((each) => each.unit === unit)
    if (removed === undefined) return fail({ kind: 'unit-unknown' })
    const round = await roundWith(sql, which)
    if (round !== undefined) return fail({ kind: 'unit-was-in-round', round })
    const [sessions, links] = [await endAccess(sql, 'session', which), await endAccess(sql, 'sign_in_link', which)]
    await sql.all('DELETE FROM unit WHERE municipality = $1 AND unit = $2', municipality, unit)
    await logAction(sql, municipality, { who, action: 'unit-removed', detail: { unit } }, now)
    return ok({ removed, sessions, links })
  })
}
