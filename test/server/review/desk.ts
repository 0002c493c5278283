import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { onTestFinished } from 'vitest'
import { type ReviewImported, type ReviewSheets, reviewImported, reviewSheets } from '../../../src/protocol/review.ts'
import { reviewImport } from '../../../src/server/cli/review-import.ts'
import { reviewSheet } from '../../../src/server/cli/review-sheet.ts'
import { runCommand } from '../../../src/server/cli/run-command.ts'

/** A copy of the texts that a test may spoil, and the two commands on it. */
export function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'peil-review-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const locales = join(folder, 'locales')
  for (const language of ['nb', 'en']) cpSync(join('locales', language), join(locales, language), { recursive: true })
  const pathOf = (file: string) => join(folder, file)
  const run = async (command: typeof reviewSheet, ...words: string[]) => {
    const outcome = await runCommand(command, [...words, '--locales', locales], { PEIL_DATA: pathOf('data') })
    return { kind: outcome.kind, printed: 'print' in outcome ? outcome.print : undefined }
  }
  return {
    locales,
    pathOf,
    sheets: async (...words: string[]): Promise<ReviewSheets> =>
      reviewSheets.parse((await run(reviewSheet, '--out', pathOf('sheets'), ...words)).printed),
    sheet: (file: string) => readFileSync(pathOf(join('sheets', file)), 'utf8'),
    words: (language: string, name: string) => readFileSync(join(locales, language, `${name}.json`), 'utf8'),
    import: async (path: string, ...words: string[]): Promise<ReviewImported & { kind: string }> => {
      const { kind, printed } = await run(reviewImport, path, ...words)
      return { kind, ...reviewImported.parse(printed) }
    },
    save: (file: string, content: string | Uint8Array): string => {
      writeFileSync(pathOf(file), content)
      return pathOf(file)
    },
  }
}

export type Cells = Readonly<Record<string, string>>

export function cellsOf(table: string): readonly Cells[] {
  return Papa.parse<Cells>(table, { header: true, skipEmptyLines: true }).data
}

/** A table with corrections filled in by key, as a spreadsheet would save it. */
export function fillIn(table: string, corrections: Cells, delimiter = ';'): string {
  const filled = cellsOf(table).map((row) => ({ ...row, correction: corrections[row['key'] ?? ''] ?? '' }))
  return Papa.unparse(filled, { delimiter, newline: '\r\n' })
}
