import { smallUnits } from '../../domain/anonymity/blocks.ts'
import { type UnitSector, id, unitSector } from '../../protocol/ids.ts'
import {
  type LeftOut,
  type Register,
  type RegisterReport,
  type UnitColumn,
  type UnitEntry,
  type UnitFault,
  type UnitFaultReason,
  unitColumns,
} from '../../protocol/units-csv.ts'
import { type FileForm, findHeading, formOf, headingsFor, plain } from './headings.ts'
import { type RegisterReading, cellsUnder, readRegisterRow } from './register-file.ts'
import { saysSectors } from './register-sectors.ts'
import { type Row, decodeTable, rowsOf } from './table.ts'
import { unitIdFor } from './unit-id.ts'
import { nameFault } from './unit-name.ts'

/** What a unit file says: the rows that can be used, what is wrong with the others, and more where it comes from a register. */
export type UnitsFile = {
  readonly units: readonly UnitEntry[]
  readonly faults: readonly UnitFault[]
  readonly register?: Omit<RegisterReport, 'stays'>
}

/** Published documents use the first for the units under k together; the second is lost where units are keys of a JSON object. */
const reserved = [smallUnits, '__proto__']

type Columns = Readonly<Partial<Record<UnitColumn, number>>> & { readonly width: number }

export const decodeUnitsFile = decodeTable

function columnsOf(header: Row, form: FileForm): { readonly columns: Columns; readonly faults: UnitFault[] } {
  const found = unitColumns.map((column) => ({ column, heading: findHeading(header.cells, headingsFor(form, column)) }))
  const faults = found.flatMap(({ column, heading }): UnitFault[] => {
    if (heading !== undefined && heading.times > 1) return [{ line: header.line, column, reason: 'column-repeated' }]
    const optional = column === (form === 'own' ? 'unit' : 'sector')
    return heading === undefined && !optional ? [{ line: header.line, column, reason: 'column-missing' }] : []
  })
  const places = found.flatMap(({ column, heading }) => (heading === undefined ? [] : [[column, heading.at] as const]))
  return { columns: { ...Object.fromEntries(places), width: header.cells.length }, faults }
}

/** Finds the id a unit already has, so that a row without one updates it instead of making a second. */
export type KnownUnit = (name: string, sector: string) => string | undefined

/** What the sectors are called where people live, beside their own names. */
const sectorNames: Readonly<Record<string, UnitSector>> = {
  kindergarten: 'barnehage',
  forskola: 'barnehage',
  grunnskole: 'skole',
  grundskola: 'skole',
  skola: 'skole',
  school: 'skole',
  fritidshem: 'sfo',
  fritids: 'sfo',
  skolefritidsordning: 'sfo',
  aks: 'sfo',
}

function sectorOf(text: string): UnitSector | undefined {
  const named = unitSector.safeParse(text.toLowerCase())
  if (named.success) return named.data
  return Object.hasOwn(sectorNames, plain(text)) ? sectorNames[plain(text)] : undefined
}

function isTooWide(row: Row, width: number): boolean {
  return row.cells.slice(width).some((extra) => extra !== '')
}

function unitOf(row: Row, columns: Columns, known: KnownUnit): { readonly unit?: UnitEntry; readonly faults: readonly UnitFault[] } {
  const cell = (column: UnitColumn) => row.cells[columns[column] ?? columns.width] ?? ''
  const fault = (column: UnitFault['column'], reason: UnitFaultReason): UnitFault => ({ line: row.line, column, reason })
  if (row.quoteOpen) return { faults: [fault('row', 'quote-not-closed')] }
  if (isTooWide(row, columns.width)) return { faults: [fault('row', 'too-many-cells')] }
  const name = cell('name').replace(/\s+/g, ' ')
  const sector = sectorOf(cell('sector'))
  const wrongName = nameFault(name)
  const unit = cell('unit') || (sector === undefined ? 'none' : (known(name, sector) ?? unitIdFor(name, sector)))
  const faults = [
    ...(id.safeParse(unit).success ? [] : [fault('unit', 'unit-malformed')]),
    ...(reserved.includes(unit) ? [fault('unit', 'unit-reserved')] : []),
    ...(wrongName === undefined ? [] : [fault('name', wrongName)]),
    ...(sector === undefined ? [fault('sector', 'sector-unknown')] : []),
  ]
  return sector !== undefined && faults.length === 0 ? { unit: { unit, name, sector }, faults } : { faults }
}

/** Units by id; a second row with the same one is at fault. */
function collect(units: Map<string, UnitEntry>, line: number, entry: UnitEntry): readonly UnitFault[] {
  if (units.has(entry.unit)) return [{ line, column: 'unit', reason: 'unit-repeated' }]
  units.set(entry.unit, entry)
  return []
}

function readOwnList(body: readonly Row[], columns: Columns, known: KnownUnit): UnitsFile {
  const units = new Map<string, UnitEntry>()
  const faults: UnitFault[] = []
  for (const row of body) {
    const read = unitOf(row, columns, known)
    faults.push(...read.faults, ...(read.unit === undefined ? [] : collect(units, row.line, read.unit)))
  }
  return { units: [...units.values()], faults }
}

function readRegister(header: Row, body: readonly Row[], register: Register, reading: RegisterReading): UnitsFile {
  const units = new Map<string, UnitEntry>()
  const faults: UnitFault[] = []
  const leftOut: LeftOut[] = []
  const rows = new Map<string, number>()
  let elsewhere = 0
  const cells = cellsUnder(header.cells)
  for (const row of body) {
    if (isTooWide(row, header.cells.length)) {
      faults.push({ line: row.line, column: 'row', reason: 'too-many-cells' })
      continue
    }
    const read = readRegisterRow(row, cells(row), register, reading)
    if (read.municipality !== '') rows.set(read.municipality, (rows.get(read.municipality) ?? 0) + 1)
    if (read.kind === 'elsewhere') elsewhere += 1
    if (read.kind === 'left-out') leftOut.push(read.leftOut)
    if (read.kind === 'faulty') faults.push(...read.faults)
    if (read.kind === 'units') faults.push(...read.units.flatMap((entry) => collect(units, row.line, entry)))
  }
  const municipalities = [...rows].map(([number, each]) => ({ number, rows: each })).toSorted((a, b) => a.number.localeCompare(b.number))
  return { units: [...units.values()], faults, register: { register, leftOut, municipalities, elsewhere } }
}

const knowingNothing: RegisterReading = { storedSector: () => undefined, today: '' }

/**
 * Reads an own list with the columns `unit` (optional), `name` and `sector`, or the export of a register, told by its headings.
 * Other columns are left alone.
 */
export function readUnitsFile(content: string, known: KnownUnit, reading: RegisterReading = knowingNothing): UnitsFile {
  const [header = { line: 1, cells: [], quoteOpen: false }, ...body] = rowsOf(content)
  const form = formOf(header.cells)
  const { columns, faults } = columnsOf(header, form)
  if (form !== 'own' && !saysSectors(header.cells, form)) faults.push({ line: header.line, column: 'sector', reason: 'column-missing' })
  if (faults.length > 0) return { units: [], faults }
  return form === 'own' ? readOwnList(body, columns, known) : readRegister(header, body, form, reading)
}
