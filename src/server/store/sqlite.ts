import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { basename } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Row, Sql, SqlValue } from './database.ts'
import { makeForOwnerAlone } from './owner-file.ts'
import { isBusy, isDamaged } from './sqlite-faults.ts'

/**
 * Not WAL: replaying one gave back every single contribution (protocol, section 5). Deleted rows are overwritten, the
 * journal is emptied, nothing temporary reaches the disk, and what is answered has reached it.
 */
const settings = `
  PRAGMA busy_timeout = 10000;
  PRAGMA journal_mode = TRUNCATE;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA foreign_keys = ON;
`

function versionOf(file: DatabaseSync): number {
  return Number(file.prepare('PRAGMA user_version').get()?.['user_version'])
}

/** Brings the file to the newest version, under a write lock, so that two processes that start at once do it once. */
function migrate(file: DatabaseSync, schema: readonly string[]): void {
  // Whoever only opens a file waits for nobody who writes.
  if (versionOf(file) === schema.length) return
  file.exec('BEGIN IMMEDIATE')
  const version = versionOf(file)
  if (version > schema.length) throw new Error(`the store has version ${version}, made by a newer Peil; this one knows ${schema.length}`)
  for (const change of schema.slice(version)) file.exec(change)
  file.exec(`PRAGMA user_version = ${schema.length}`)
  file.exec('COMMIT')
}

const pauseMilliseconds = 20
const patienceMilliseconds = 15_000

/** Another process may hold the file for a moment. Waiting must not hold up this one, so it is not left to SQLite. */
async function patiently<T>(run: () => T): Promise<T> {
  for (let waited = 0; ; waited += pauseMilliseconds) {
    try {
      return run()
    } catch (cause) {
      if (!isBusy(cause) || waited >= patienceMilliseconds) throw cause
    }
    await delay(pauseMilliseconds)
  }
}

/** Statements are prepared once. `$1` becomes `?1`: SQLite reads `$1` as a name, and `?1` as a position. */
function statements(file: DatabaseSync): Sql {
  const prepared = new Map<string, StatementSync>()
  function statement(text: string): StatementSync {
    const known = prepared.get(text)
    if (known !== undefined) return known
    const made = file.prepare(text.replaceAll(/\$(\d+)/g, '?$1'))
    prepared.set(text, made)
    return made
  }
  return { engine: 'sqlite', all: (text: string, ...values: SqlValue[]) => patiently(() => statement(text).all(...values) as Row[]) }
}

async function inTransaction<T>(file: DatabaseSync, sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  await sql.all('BEGIN IMMEDIATE')
  try {
    const value = await work(sql)
    await sql.all('COMMIT')
    return value
  } catch (cause) {
    // A full disk has undone it already.
    if (file.isTransaction) file.exec('ROLLBACK')
    throw cause
  }
}

/**
 * Opens a file, makes it if it is not there, and brings it up to date. Other processes may have it open too.
 * @param schema `schema[i]` takes a file from version i to i + 1
 */
export function openSqlite(path: string, schema: readonly string[]): Database {
  makeForOwnerAlone(path)
  const file = new DatabaseSync(path)
  try {
    file.exec(settings)
    migrate(file, schema)
    file.exec('PRAGMA busy_timeout = 0')
  } catch (cause) {
    file.close()
    if (isDamaged(cause)) throw new Error(`${basename(path)} is damaged: restore a backup, or ask peil verify`, { cause })
    throw cause
  }
  const sql = statements(file)
  let last: Promise<unknown> = Promise.resolve()
  /** One thing at a time: nothing comes between the statements of an open transaction. */
  function queue<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
  return {
    engine: 'sqlite',
    all: (text, ...values) => queue(() => sql.all(text, ...values)),
    transaction: (work) => queue(() => inTransaction(file, sql, work)),
    exclusively: (_what, work) => work(),
    close: () =>
      queue(() => {
        file.close()
        return Promise.resolve()
      }),
  }
}
