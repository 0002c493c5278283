import Papa from 'papaparse'
import { type Result, fail, ok } from '../../domain/result.ts'
import { type ReviewColumn, type TableFaultReason, reviewColumns, sheetKey } from '../../protocol/review.ts'
import { plainCell } from './table.ts'

/** One sentence of a table that came back. */
export type Row = Readonly<Record<Extract<ReviewColumn, 'key' | 'text' | 'correction'>, string>> & { readonly line: number }

/** `sheet`: the file it is about, as in `privacy.nb`. */
export type Table = { readonly sheet: string; readonly rows: readonly Row[] }

export type TableFault = { readonly line: number; readonly key: string; readonly reason: TableFaultReason }

const needed = ['key', 'text', 'correction'] as const

/** UTF-8 or UTF-16 by its byte order mark, UTF-8 without one, or else what older spreadsheets write here: Windows-1252. */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Some spreadsheets write `sep=;` above the header. */
function separatorIn(content: string): string {
  const header = /^[^\r\n]*/.exec(content.replace(/^\s*sep=.[\r\n]+/, '').trimStart())?.[0] ?? ''
  return [';', '\t'].find((separator) => header.includes(separator)) ?? ','
}

type Line = { readonly line: number; readonly cells: readonly string[] }

function linesOf(content: string): Result<readonly Line[], TableFault> {
  const { data, errors } = Papa.parse<string[]>(content, { delimiter: separatorIn(content) })
  let line = 1
  const lines = data.map((cells) => {
    const started = line
    line += 1 + (cells.join('').match(/\r\n|\r|\n/g)?.length ?? 0)
    return { line: started, cells }
  })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken !== undefined) return fail({ line: lines[broken.row ?? 0]?.line ?? 1, key: '', reason: 'quote-not-closed' })
  return ok(lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '') && !cells[0]?.trim().startsWith('sep=')))
}

/** `privacy.nb (1).csv` and `privacy.nb - Kari.csv` are about `privacy.nb`. */
function sheetIn(fileName: string): string {
  return /^([a-z-]+\.[a-z]{2,3})(?![a-z])/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
}

/** Reads a table back, whatever a spreadsheet has made of its separators and its letters. */
export function readTable(content: string, fileName: string): Result<Table, TableFault> {
  const lines = linesOf(content)
  if (!lines.ok) return lines
  const [header = { line: 1, cells: [] }, ...body] = lines.value
  const names = header.cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
  const missing = needed.find((column) => !names.includes(column))
  if (missing !== undefined) return fail({ line: header.line, key: missing, reason: 'column-missing' })
  const rows = body.map(({ line, cells }) => {
    const cell = (column: (typeof reviewColumns)[number]) => plainCell(cells[names.indexOf(column)] ?? '')
    return { line, key: cell('key'), text: cell('text'), correction: cell('correction') }
  })
  const sheet = rows.find(({ key }) => key === sheetKey)?.text ?? ''
  return ok({ sheet: sheet === '' ? sheetIn(fileName) : sheet, rows: rows.filter(({ key }) => key !== sheetKey) })
}
