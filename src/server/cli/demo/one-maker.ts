import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { isBusy } from '../../store/sqlite.ts'

const millisecondsBetweenLooks = 200

function takes(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (cause) {
    if (isBusy(cause)) return false
    throw cause
  }
}

/**
 * A server that starts and the command beside it must not both make a demo: one works, the other waits for it. The lock is
 * SQLite's, on a file that stays empty, so that it ends with the process that holds it, however that ends.
 */
export async function asOnlyMaker<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(join(dataFolder, 'demo.lock'))
  try {
    while (!takes(lock)) await wait(millisecondsBetweenLooks)
    return await work()
  } finally {
    lock.close()
  }
}
