import { closeSync, openSync } from 'node:fs'

/**
 * Makes a file that only its owner can read, unless it is there; SQLite gives the journal the same rights. A file that is there is
 * not even opened: closing it would end every lock that this process has on it.
 */
export function makeForOwnerAlone(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  }
}
