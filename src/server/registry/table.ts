import Papa from 'papaparse'

/** A line of a file that holds something. A line break inside quotes belongs to its row. */
export type Row = { readonly line: number; readonly cells: readonly string[]; readonly quoteOpen: boolean }

/**
 * UTF-8, with or without a byte order mark, and UTF-16 with one; anything else is what older spreadsheets write in the Nordic
 * countries, Windows-1252.
 */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const separators = [';', '\t', ','] as const

/** The separator that the first row has most of, outside quotes. */
function separatorOf(content: string): string {
  const unquoted = content.trimStart().replace(/"(?:[^"]|"")*"/g, '')
  const header = /^[^\r\n]*/.exec(unquoted)?.[0] ?? ''
  const times = (separator: string): number => header.split(separator).length
  return separators.toSorted((a, b) => times(b) - times(a))[0] ?? ','
}

/** Some spreadsheets want a first line that names the separator. */
const separatorLine = /^"?sep=(.)"?\r?\n/i

/** The rows of a table, the heading first. */
export function rowsOf(content: string): readonly Row[] {
  const named = separatorLine.exec(content)
  const table = named === null ? content : content.slice(named[0].length)
  const { data, errors } = Papa.parse<string[]>(table, { delimiter: named?.[1] ?? separatorOf(table) })
  const broken = new Set(errors.map(({ row }) => row))
  let line = named === null ? 1 : 2
  const rows = data.map((cells, at) => {
    const row = { line, cells: cells.map((cell) => cell.trim()), quoteOpen: broken.has(at) }
    line += 1 + (cells.join('').match(/\r\n|\r|\n/g)?.length ?? 0)
    return row
  })
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}
