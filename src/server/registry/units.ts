import { unitEntry } from '../../protocol/session.ts'
import type { UnitEntry } from '../../protocol/units-csv.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Sql } from '../store/database.ts'

/** All units of a municipality, by name. */
export async function unitsOf(sql: Sql, municipality: string): Promise<readonly UnitEntry[]> {
  const rows = await sql.all('SELECT unit, name, sector FROM unit WHERE municipality = $1 ORDER BY name, unit', municipality)
  return rows.map((row) => unitEntry.parse({ ...row }))
}

/** The units a person may see: an owner all, a leader the own ones. */
export async function unitsSeenBy(sql: Sql, principal: Principal): Promise<readonly UnitEntry[]> {
  const units = await unitsOf(sql, principal.municipality)
  return principal.role === 'owner' ? units : units.filter(({ unit }) => principal.units.includes(unit))
}

/** The municipalities that have a unit with this id: ids are unique within one municipality only. */
export async function municipalitiesWithUnit(sql: Sql, unit: string): Promise<readonly string[]> {
  const rows = await sql.all('SELECT municipality FROM unit WHERE unit = $1', unit)
  return rows.map((row) => String(row['municipality']))
}

const rowsAtOnce = 500

/** Adds the units that are new and renames those that are known. Each id stands once in `units`. */
export async function saveUnits(sql: Sql, municipality: string, units: readonly UnitEntry[]): Promise<void> {
  for (let at = 0; at < units.length; at += rowsAtOnce) {
    const rows = units.slice(at, at + rowsAtOnce)
    const places = rows.map((_, row) => `($1, $${row * 3 + 2}, $${row * 3 + 3}, $${row * 3 + 4})`)
    await sql.all(
      `INSERT INTO unit (municipality, unit, name, sector) VALUES ${places.join(', ')}
       ON CONFLICT (municipality, unit) DO UPDATE SET name = excluded.name, sector = excluded.sector`,
      municipality,
      ...rows.flatMap(({ unit, name, sector }) => [unit, name, sector]),
    )
  }
}
