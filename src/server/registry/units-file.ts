import Papa from 'papaparse'
import { smallUnits } from '../../domain/anonymity/blocks.ts'
import { id, unitSector } from '../../protocol/ids.ts'
import {
  type UnitColumn,
  type UnitEntry,
  type UnitFault,
  type UnitFaultReason,
  longestUnitName,
  unitColumns,
} from '../../protocol/units-csv.ts'
import { unitIdFor } from './unit-id.ts'

/** What a unit file says: the rows that can be used, and what is wrong with the others. */
export type UnitsFile = { readonly units: readonly UnitEntry[]; readonly faults: readonly UnitFault[] }

/** Published documents use the first for the units under k together; the second is lost where units are keys of a JSON object. */
const reserved = [smallUnits, '__proto__']

type Row = { readonly line: number; readonly cells: readonly string[]; readonly quoteOpen: boolean }
type Columns = Readonly<Partial<Record<UnitColumn, number>>> & { readonly width: number }

/** UTF-8, with or without a byte order mark; anything else is what older spreadsheets write in the Nordic countries, Windows-1252. */
export function decodeUnitsFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The lines of a file that hold something. A line break inside quotes belongs to its row. */
function rowsOf(content: string): readonly Row[] {
  const header = /^[^\r\n]*/.exec(content.trimStart())?.[0] ?? ''
  const { data, errors } = Papa.parse<string[]>(content, { delimiter: header.includes(';') ? ';' : ',' })
  const broken = new Set(errors.map(({ row }) => row))
  let line = 1
  const rows = data.map((cells, at) => {
    const row = { line, cells: cells.map((cell) => cell.trim()), quoteOpen: broken.has(at) }
    line += 1 + (cells.join('').match(/\r\n|\r|\n/g)?.length ?? 0)
    return row
  })
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function columnsOf(header: Row): { readonly columns: Columns; readonly faults: UnitFault[] } {
  const names = header.cells.map((cell) => cell.toLowerCase())
  const faults = unitColumns.flatMap((column): UnitFault[] => {
    const times = names.filter((name) => name === column).length
    if (times > 1) return [{ line: header.line, column, reason: 'column-repeated' }]
    return times === 0 && column !== 'unit' ? [{ line: header.line, column, reason: 'column-missing' }] : []
  })
  const places = unitColumns.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)] as const] : []))
  return { columns: { ...Object.fromEntries(places), width: names.length }, faults }
}

function nameFault(name: string): UnitFaultReason | undefined {
  if (name === '') return 'name-missing'
  if (name.length > longestUnitName) return 'name-too-long'
  return /\p{Control}/u.test(name) ? 'name-has-control-characters' : undefined
}

/** Finds the id a unit already has, so that a row without one updates it instead of making a second. */
export type KnownUnit = (name: string, sector: string) => string | undefined

function unitOf(row: Row, columns: Columns, known: KnownUnit): { readonly unit?: UnitEntry; readonly faults: readonly UnitFault[] } {
  const cell = (column: UnitColumn) => row.cells[columns[column] ?? columns.width] ?? ''
  const fault = (column: UnitFault['column'], reason: UnitFaultReason): UnitFault => ({ line: row.line, column, reason })
  if (row.quoteOpen) return { faults: [fault('row', 'quote-not-closed')] }
  if (row.cells.slice(columns.width).some((extra) => extra !== '')) return { faults: [fault('row', 'too-many-cells')] }
  const name = cell('name').replace(/\s+/g, ' ')
  const sector = unitSector.safeParse(cell('sector').toLowerCase())
  const wrongName = nameFault(name)
  const unit = cell('unit') || (sector.success ? (known(name, sector.data) ?? unitIdFor(name, sector.data)) : 'none')
  const faults = [
    ...(id.safeParse(unit).success ? [] : [fault('unit', 'unit-malformed')]),
    ...(reserved.includes(unit) ? [fault('unit', 'unit-reserved')] : []),
    ...(wrongName === undefined ? [] : [fault('name', wrongName)]),
    ...(sector.success ? [] : [fault('sector', 'sector-unknown')]),
  ]
  return sector.success && faults.length === 0 ? { unit: { unit, name, sector: sector.data }, faults } : { faults }
}

/** Reads the columns `unit` (optional), `name` and `sector`; other columns are left alone. */
export function readUnitsFile(content: string, known: KnownUnit): UnitsFile {
  const [header = { line: 1, cells: [], quoteOpen: false }, ...body] = rowsOf(content)
  const { columns, faults } = columnsOf(header)
  if (faults.length > 0) return { units: [], faults }
  const units = new Map<string, UnitEntry>()
  for (const row of body) {
    const read = unitOf(row, columns, known)
    const repeated = read.unit !== undefined && units.has(read.unit.unit)
    faults.push(...read.faults, ...(repeated ? [{ line: row.line, column: 'unit', reason: 'unit-repeated' } as const] : []))
    if (read.unit !== undefined && !repeated) units.set(read.unit.unit, read.unit)
  }
  return { units: [...units.values()], faults }
}
