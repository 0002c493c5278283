import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isBusy } from './sqlite-faults.ts'

export type FileLock = { release(): void }

/**
 * Takes a file for this process alone, or nothing if another process has it. The lock is SQLite's, on a file that stays empty,
 * so that it ends with the process that holds it, however that ends.
 */
export function takeFile(path: string): FileLock | undefined {
  closeSync(openSync(path, 'a', 0o600))
  const file = new DatabaseSync(path)
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    file.close()
    if (isBusy(cause)) return undefined
    throw cause
  }
  return {
    release() {
      file.close()
    },
  }
}
