import Papa from 'papaparse'
import type { Sentences } from '../../domain/content/sentences.ts'
import { reviewColumns, sheetKey } from '../../protocol/review.ts'

/** What a spreadsheet would take for a formula gets an apostrophe in front, and loses it when the table is read back. */
const formula = /^[=+\-@\t\r]/

/** Every sentence of a file in a table that the spreadsheets of our countries open without asking. */
export function writeTable(name: string, language: string, sentences: Sentences, original: Sentences | undefined): string {
  const rows = [
    [...reviewColumns],
    [sheetKey, '', `${name}.${language}`, '', ''],
    ...[...sentences].map(([key, text]) => [key, original?.get(key) ?? '', text, '', '']),
  ]
  return `\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n', quotes: true, escapeFormulae: formula })}\r\n`
}

/** A cell as it was before it was made safe. */
export function plainCell(cell: string): string {
  const trimmed = cell.replace(/[\r\n\t ]+/g, ' ').trim()
  return trimmed.startsWith("'") && formula.test(trimmed.slice(1)) ? trimmed.slice(1) : trimmed
}
