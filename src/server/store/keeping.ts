import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { makeForOwnerAlone } from './owner-file.ts'
import { isDamaged } from './sqlite-faults.ts'

/** What only the engine can say about a whole store. */
export type Checked = { readonly version: number; readonly faults: readonly string[] }

/** What only the engine can do to a whole store, beside a server that uses it. */
export type Keeping = {
  /** Writes a consistent copy for its owner alone, without what was deleted. It is on the disk when this returns. */
  copyTo(path: string): void
  check(): Checked
}

const patience = 'PRAGMA busy_timeout = 15000'

function inFile<T>(path: string, work: (file: DatabaseSync) => T): T {
  const file = new DatabaseSync(path)
  try {
    file.exec(patience)
    return work(file)
  } finally {
    file.close()
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

function faultsIn(file: DatabaseSync): readonly string[] {
  const pages = file.prepare('PRAGMA integrity_check').all()
  const broken = pages.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok')
  const orphans = file.prepare('PRAGMA foreign_key_check').all()
  return [
    ...broken,
    ...orphans.map((row) => `a row of ${String(row['table'])} points to a row of ${String(row['parent'])} that is not there`),
  ]
}

function checkFile(path: string): Checked {
  try {
    return inFile(path, (file) => ({
      version: Number(file.prepare('PRAGMA user_version').get()?.['user_version']),
      faults: faultsIn(file),
    }))
  } catch (cause) {
    if (!isDamaged(cause)) throw cause
    return { version: 0, faults: [cause instanceof Error ? cause.message : String(cause)] }
  }
}

/** Keeps a SQLite file. */
export function keepingOf(path: string): Keeping {
  return {
    copyTo(copy) {
      makeForOwnerAlone(copy)
      inFile(path, (file) => file.prepare('VACUUM INTO ?').run(copy))
      chmodSync(copy, 0o600)
      flush(copy)
    },
    check: () => checkFile(path),
  }
}
