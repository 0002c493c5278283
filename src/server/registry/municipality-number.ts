import type { UnitFault } from '../../protocol/units-csv.ts'
import type { CellOf } from './cells.ts'
import { findHeading } from './headings.ts'
import type { Row } from './table.ts'

const headings = ['kommunenr', 'kommunenummer', 'kommunekommunenr', 'kommunekommunenummer', 'kommunkod', 'municipalitycode', 'kommunnr']

/** Spreadsheets drop the zero that a municipality number begins with. */
export function municipalityOf(cell: CellOf): string {
  const number = (cell(headings) ?? '').replace(/\D/g, '')
  return number === '' ? '' : number.padStart(4, '0')
}

/** How many rows each municipality number has. */
export type Municipalities = readonly { readonly number: string; readonly rows: number }[]

/** Counts the rows of each municipality number; rows without one are none's. */
export function countMunicipalities() {
  const rows = new Map<string, number>()
  return {
    count(number: string): void {
      if (number !== '') rows.set(number, (rows.get(number) ?? 0) + 1)
    },
    all: (): Municipalities =>
      [...rows].map(([number, each]) => ({ number, rows: each })).toSorted((a, b) => a.number.localeCompare(b.number)),
  }
}

/** Whoever asks for one municipality must not get others because the file does not say which its rows are of. */
export function askedForNothing(header: Row, only: string | undefined): readonly UnitFault[] {
  if (only === undefined || findHeading(header.cells, headings) !== undefined) return []
  return [{ line: header.line, column: 'municipality', reason: 'column-missing' }]
}

/** Units of several municipalities belong to one only if somebody says which: a register's file may hold a whole country. */
export function askedForAll(header: Row, found: Municipalities, only: string | undefined): readonly UnitFault[] {
  return only !== undefined || found.length < 2 ? [] : [{ line: header.line, column: 'municipality', reason: 'municipalities-several' }]
}
