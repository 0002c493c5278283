import { type UnitEntry, type UnitFault, unitColumns } from '../../protocol/units-csv.ts'
import { type FileForm, findHeading, formOf, headingsFor } from './headings.ts'
import { askedForNothing } from './municipality-number.ts'
import { type OwnList, readOwnList } from './own-list.ts'
import { type RegisterList, readRegister } from './register-list.ts'
import { saysSectors } from './register-sectors.ts'
import { type Row, decodeTable, rowsOf } from './table.ts'

/** What a unit file says: the rows that can be used, what is wrong with the others, and more where it could be read at all. */
export type UnitsFile = {
  readonly units: readonly UnitEntry[]
  readonly faults: readonly UnitFault[]
  readonly register?: RegisterList['register']
  readonly list?: OwnList['list']
}

/** `today`: the first ten characters of ISO 8601. `only`: a municipality number; rows of others are passed over. */
export type Reading = { readonly today: string; readonly only?: string | undefined }

export const decodeUnitsFile = decodeTable

function faultsOfHeadings(header: Row, form: FileForm): readonly UnitFault[] {
  const faults = unitColumns.flatMap((column): UnitFault[] => {
    const heading = findHeading(header.cells, headingsFor(form, column))
    if (heading !== undefined && heading.times > 1) return [{ line: header.line, column, reason: 'column-repeated' }]
    const optional = column === (form === 'own' ? 'unit' : 'sector')
    return heading === undefined && !optional ? [{ line: header.line, column, reason: 'column-missing' }] : []
  })
  if (form === 'own' || saysSectors(header.cells, form)) return faults
  return [...faults, { line: header.line, column: 'sector', reason: 'column-missing' }]
}

/**
 * Reads an own list with the columns `unit` (optional), `name` and `sector`, or the export of a register, told by its headings.
 * Other columns are left alone, but for a municipality number. `stored`: the units that there are, which keep their ids.
 */
export function readUnitsFile(content: string, stored: readonly UnitEntry[], { today, only }: Reading): UnitsFile {
  const [header = { line: 1, cells: [], quoteOpen: false }, ...body] = rowsOf(content)
  const form = formOf(header.cells)
  const faults = [...faultsOfHeadings(header, form), ...askedForNothing(header, only)]
  if (faults.length > 0) return { units: [], faults }
  if (form === 'own') return readOwnList(header, body, stored, only)
  const sectors = new Map(stored.map(({ unit, sector }) => [unit, sector]))
  return readRegister(header, body, form, stored, { storedSector: (unit) => sectors.get(unit), today, only })
}
