import { findHeading } from './headings.ts'
import type { Row } from './table.ts'

/** The cell of a row under the best of these headings; nothing where the file has none of them. */
export type CellOf = (headings: readonly string[]) => string | undefined

/** Looks cells up by heading; headings are looked for once, not for every row. */
export function cellsUnder(header: readonly string[]): (row: Row) => CellOf {
  const places = new Map<string, number | undefined>()
  const placeOf = (headings: readonly string[]): number | undefined => {
    const key = headings.join()
    if (!places.has(key)) places.set(key, findHeading(header, headings)?.at)
    return places.get(key)
  }
  return (row) => (headings) => {
    const at = placeOf(headings)
    return at === undefined ? undefined : (row.cells[at] ?? '')
  }
}

/** More cells than there are headings: nobody can say what is under which. */
export function isTooWide(row: Row, header: Row): boolean {
  return row.cells.slice(header.cells.length).some((extra) => extra !== '')
}
