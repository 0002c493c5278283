import { DatabaseSync } from 'node:sqlite'
import { setImmediate as soon } from 'node:timers/promises'
import { join } from 'node:path'
import pg from 'pg'
import { isBusy } from '../../src/server/store/sqlite-faults.ts'
import { type StoreName, fileOf } from '../../src/server/store/stores.ts'
import { databaseUrlFor } from './stores.ts'

/** Where a process that writes has to wait, so that it can be killed there. Others may read. */
export type Gate = {
  /** Waits until somebody stands before it. */
  readonly reached: () => Promise<void>
  readonly open: () => Promise<void>
}

function openFile(folder: string, store: StoreName): DatabaseSync {
  return new DatabaseSync(join(folder, fileOf(store)))
}

/**
 * Reads and does not let go: whoever writes comes as far as the commit, and no further.
 * @param cameBy becomes true when a process stands there
 */
export function holdFile(folder: string, store: StoreName, cameBy: () => Promise<boolean>): Gate {
  const file = openFile(folder, store)
  file.exec('PRAGMA busy_timeout = 10000; BEGIN; SELECT COUNT(*) FROM sqlite_schema')
  return {
    async reached() {
      while (!(await cameBy())) await soon()
    },
    open() {
      file.close()
      return Promise.resolve()
    },
  }
}

/** Whether somebody is in the midst of a transaction that writes. */
export function isWritten(folder: string, store: StoreName): boolean {
  const file = openFile(folder, store)
  try {
    file.exec('BEGIN IMMEDIATE')
    return false
  } catch (cause) {
    if (!isBusy(cause)) throw cause
    return true
  } finally {
    file.close()
  }
}

/** @param table with its schema */
export async function holdTable(folder: string, table: string): Promise<Gate> {
  const client = new pg.Client({ connectionString: databaseUrlFor(folder) ?? '' })
  await client.connect()
  await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`)
  return {
    async reached() {
      const waits = () => client.query('SELECT FROM pg_locks WHERE relation = $1::regclass AND NOT granted', [table])
      while ((await waits()).rowCount === 0);
    },
    open: () => client.end(),
  }
}

/** Until a process stands in line for what another does. */
export async function untilSomebodyIsInLine(folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrlFor(folder) ?? '' })
  await client.connect()
  const waits = () => client.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
  while ((await waits()).rowCount === 0);
  await client.end()
}
