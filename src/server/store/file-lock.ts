import { DatabaseSync } from 'node:sqlite'
import { makeForOwnerAlone } from './owner-file.ts'
import { isBusy } from './sqlite-faults.ts'

export type FileLock = { release(): void }

/** A lock must not end because nothing points to it any more. */
const held = new Set<DatabaseSync>()

/**
 * Takes a file for this process alone, or nothing if another process has it. The lock is SQLite's, on a file that stays empty,
 * so that it ends with the process that holds it, however that ends.
 */
export function takeFile(path: string): FileLock | undefined {
  makeForOwnerAlone(path)
  const file = new DatabaseSync(path)
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    file.close()
    if (isBusy(cause)) return undefined
    throw cause
  }
  held.add(file)
  return {
    release() {
      held.delete(file)
      file.close()
    },
  }
}
