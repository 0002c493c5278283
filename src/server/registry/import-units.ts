import { type Result, fail, ok } from '../../domain/result.ts'
import type { RegisterReport, UnitEntry, UnitsImported } from '../../protocol/units-csv.ts'
import { type AuditEntry, logAction } from '../accounts/audit-log.ts'
import type { Database } from '../store/database.ts'
import { findMunicipality } from './municipality.ts'
import { type KnownUnit, type UnitsFile, decodeUnitsFile, readUnitsFile } from './units-file.ts'
import { saveUnits, unitsOf } from './units.ts'

export type UnitImport = {
  readonly municipality: string
  readonly file: Uint8Array
  readonly skipFaulty: boolean
  /** Of a register's file only the rows of this municipality number. */
  readonly only?: string | undefined
  readonly who: AuditEntry['who']
}

function finderOf(units: readonly UnitEntry[]): KnownUnit {
  const ids = new Map(units.map(({ unit, name, sector }) => [`${sector}\n${name.toLowerCase()}`, unit]))
  return (name, sector) => ids.get(`${sector}\n${name.toLowerCase()}`)
}

function readFile(stored: readonly UnitEntry[], { file, only }: UnitImport, now: Date): UnitsFile {
  const sectors = new Map(stored.map(({ unit, sector }) => [unit, sector]))
  const today = now.toISOString().slice(0, 10)
  return readUnitsFile(decodeUnitsFile(file), finderOf(stored), { storedSector: (unit) => sectors.get(unit), today, only })
}

const ofRegister = { nsr: /^\d{9}(-|$)/, nbr: /^\d{9}(-|$)/, skolenhetsregistret: /^\d{8}(-|$)/ } as const

/** Units with a number of the register, of a sector that the file is about, that it no longer has as open ones. */
function reportOf({ units, register }: UnitsFile, stored: readonly UnitEntry[]): { readonly register?: RegisterReport } {
  if (register === undefined) return {}
  const [inFile, sectors] = [new Set(units.map(({ unit }) => unit)), new Set(units.map(({ sector }) => sector))]
  const reasons = new Map(register.leftOut.map(({ unit, reason }) => [unit, reason]))
  const stays = stored.flatMap((entry) => {
    const reason = reasons.get(entry.unit.replace(/-.*$/, ''))
    const isOfFile = reason !== undefined || (sectors.has(entry.sector) && ofRegister[register.register].test(entry.unit))
    return !isOfFile || inFile.has(entry.unit) ? [] : [{ ...entry, reason: reason ?? ('not-in-file' as const) }]
  })
  return { register: { ...register, stays } }
}

/**
 * All rows or none, unless faulty rows are skipped. Importing a file again changes names and sectors, and doubles nothing; a unit
 * that is not in it stays.
 */
export function importUnits(
  database: Database,
  wanted: UnitImport,
  now: Date,
): Promise<Result<UnitsImported, { kind: 'municipality-unknown' }>> {
  const { municipality, skipFaulty, who } = wanted
  return database.transaction(async (sql) => {
    if ((await findMunicipality(sql, municipality)) === undefined) return fail({ kind: 'municipality-unknown' })
    const stored = await unitsOf(sql, municipality)
    const read = readFile(stored, wanted, now)
    const [faults, report] = [[...read.faults], reportOf(read, stored)]
    if (read.units.length === 0 || (faults.length > 0 && !skipFaulty)) return ok({ imported: 0, units: [], faults, ...report })
    await saveUnits(sql, municipality, read.units)
    await logAction(sql, municipality, { who, action: 'units-imported', detail: { imported: read.units.length } }, now)
    return ok({ imported: read.units.length, units: [...read.units], faults, ...report })
  })
}
