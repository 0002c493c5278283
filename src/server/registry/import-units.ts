import { type Result, fail, ok } from '../../domain/result.ts'
import type { UnitsImported } from '../../protocol/units-csv.ts'
import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import type { Database } from '../store/database.ts'
import { reportOf } from './import-report.ts'
import { findMunicipality } from './municipality.ts'
import { decodeUnitsFile, readUnitsFile } from './units-file.ts'
import { saveUnits, unitsOf } from './units.ts'

export type UnitImport = {
  readonly municipality: string
  readonly file: Uint8Array
  readonly skipFaulty: boolean
  /** Only the rows of this municipality number. */
  readonly only?: string | undefined
  readonly who: AuditEntry['who']
}

/**
 * All rows or none, unless faulty rows are skipped, and of one municipality number. Importing a file again changes names and
 * sectors, and doubles nothing; a unit that is not in it stays, and is named.
 */
export function importUnits(
  database: Database,
  wanted: UnitImport,
  now: Date,
): Promise<Result<UnitsImported, { kind: 'municipality-unknown' }>> {
  const { municipality, skipFaulty, only, who } = wanted
  const [content, today] = [decodeUnitsFile(wanted.file), now.toISOString().slice(0, 10)]
  return database.transaction(async (sql) => {
    if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
    const stored = await unitsOf(sql, municipality)
    const read = readUnitsFile(content, stored, { today, only })
    const [faults, report] = [[...read.faults], reportOf(read, stored)]
    if (read.units.length === 0 || (faults.length > 0 && !skipFaulty)) return ok({ imported: 0, units: [], faults, ...report })
    await saveUnits(sql, municipality, read.units)
    await logAction(sql, municipality, { who, action: 'units-imported', detail: { imported: read.units.length } }, now)
    return ok({ imported: read.units.length, units: [...read.units], faults, ...report })
  })
}
