import { type Result, fail, ok } from '../../domain/result.ts'
import type { UnitEntry, UnitsImported } from '../../protocol/units-csv.ts'
import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import type { Database } from '../store/database.ts'
import { findMunicipality } from './municipality.ts'
import { type KnownUnit, decodeUnitsFile, readUnitsFile } from './units-file.ts'
import { saveUnits, unitsOf } from './units.ts'

export type UnitImport = {
  readonly municipality: string
  readonly file: Uint8Array
  readonly skipFaulty: boolean
  readonly who: AuditEntry['who']
}

function finderOf(units: readonly UnitEntry[]): KnownUnit {
  const ids = new Map(units.map(({ unit, name, sector }) => [`${sector}\n${name.toLowerCase()}`, unit]))
  return (name, sector) => ids.get(`${sector}\n${name.toLowerCase()}`)
}

/** All rows or none, unless faulty rows are skipped. Importing a file again changes names and sectors, and doubles nothing. */
export function importUnits(
  database: Database,
  { municipality, file, skipFaulty, who }: UnitImport,
  now: Date,
): Promise<Result<UnitsImported, { kind: 'municipality-unknown' }>> {
  return database.transaction(async (sql) => {
    if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
    const { units, faults } = readUnitsFile(decodeUnitsFile(file), finderOf(await unitsOf(sql, municipality)))
    if (units.length === 0 || (faults.length > 0 && !skipFaulty)) return ok({ imported: 0, units: [], faults: [...faults] })
    await saveUnits(sql, municipality, units)
    await logAction(sql, municipality, { who, action: 'units-imported', detail: { imported: units.length } }, now)
    return ok({ imported: units.length, units: [...units], faults: [...faults] })
  })
}
