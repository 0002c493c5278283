import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Result, fail } from '../../domain/result.ts'
import type { ReviewFault, ReviewImported } from '../../protocol/review.ts'
import { type Corrected, correct, describeTableFault } from '../review/corrections.ts'
import { decodeTable, readTable } from '../review/read-table.ts'
import { ownLocales } from '../review/texts.ts'
import { type Command, done, refused } from './command.ts'

function correctWith(bytes: Uint8Array, path: string, locales: string): Result<Corrected, ReviewFault> {
  const table = readTable(decodeTable(bytes), basename(path))
  return table.ok ? correct(table.value, locales) : fail(describeTableFault(table.error))
}

export const reviewImport: Command = {
  usage: 'FILE.csv [--write] [--locales DIR]',
  words: 1,
  options: ['locales'],
  flags: ['write'],
  async run({ words: [path = ''], flags, options: { locales = ownLocales } }) {
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes === undefined) return refused({ kind: 'file-unreadable' })
    const result = correctWith(bytes, path, locales)
    if (!result.ok)
      return refused({ kind: 'corrections-faulty' }, { corrected: 0, unchanged: 0, faults: [result.error], hints: [], written: [] })
    const { file, json, ...read } = result.value
    const imported: ReviewImported = { ...read, written: [] }
    if (read.faults.length > 0) return refused({ kind: 'corrections-faulty' }, imported)
    if (!flags.has('write') || read.corrected === 0) return done(imported)
    const written = join(locales, file)
    await writeFile(written, json)
    return done({ ...imported, written: [written] })
  },
}
