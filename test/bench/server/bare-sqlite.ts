import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { fileOf } from '../../../src/server/store/stores.ts'
import type { Bare } from './measure.ts'
import type { Transaction } from './recording.ts'
import { type Pace, paceOf } from './samples.ts'

/** As src/server/store/sqlite.ts opens a file. */
const settings = `
  PRAGMA busy_timeout = 10000;
  PRAGMA journal_mode = TRUNCATE;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA foreign_keys = ON;
`

/** SQLite alone: prepared statements, one after the other, nothing waited for but the disk. */
export function runBareSqlite(folder: string, transactions: Iterable<Transaction>, { seconds, durable }: Bare): Pace {
  const file = new DatabaseSync(join(folder, fileOf('collector')))
  file.exec(settings)
  if (!durable) file.exec('PRAGMA synchronous = OFF')
  const prepared = new Map<string, StatementSync>()
  const statement = (text: string): StatementSync => {
    const known = prepared.get(text) ?? file.prepare(text.replaceAll(/\$(\d+)/g, '?$1'))
    prepared.set(text, known)
    return known
  }
  const latencies: number[] = []
  const began = performance.now()
  for (const transaction of transactions) {
    const started = performance.now()
    if (started - began > seconds * 1000) break
    for (const { text, values } of transaction) statement(text).all(...values)
    latencies.push(performance.now() - started)
  }
  const taken = performance.now() - began
  file.close()
  return paceOf(latencies, taken)
}

/** The same transactions over and over, each time with nullifiers and commitments that were never there. */
export function* withNewTokens(transactions: readonly Transaction[], howMany: number): Generator<Transaction> {
  for (let made = 0; made < howMany; made += 1) {
    const transaction = transactions[made % transactions.length] ?? []
    const renewed = new Map<string, Buffer>()
    yield transaction.map(({ text, values }) => ({
      text,
      values: values.map((value) => {
        if (!(value instanceof Uint8Array)) return value
        const key = Buffer.from(value).toString('hex')
        const fresh = renewed.get(key) ?? randomBytes(value.length)
        renewed.set(key, fresh)
        return fresh
      }),
    }))
  }
}
