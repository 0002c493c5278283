import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type FileLock, takeFile } from '../store/file-lock.ts'
import { enterDatabase } from '../store/postgres-presence.ts'

/** Which parts of the folder a role keeps to itself. */
const locksOf = { all: ['server.lock', 'collector.lock'], issuer: ['server.lock'], collector: ['collector.lock'] } as const

/** One server to a part of a folder; the commands of `peil` work beside it. Nothing if another server has it. */
export function takeFolder({ dataFolder, role }: Pick<Config, 'dataFolder' | 'role'>): FileLock | undefined {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const taken: FileLock[] = []
  const release = () => {
    for (const lock of taken) lock.release()
  }
  for (const name of locksOf[role]) {
    const lock = takeFile(join(dataFolder, name))
    if (lock === undefined) {
      release()
      return undefined
    }
    taken.push(lock)
  }
  return { release }
}

/**
 * Any number of servers work on one PostgreSQL database, and one on a folder. Fails with a line for the operator where this one
 * cannot: another has the folder, or a backup is being restored.
 */
export async function takePlace(config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'role'>): Promise<{ leave(): Promise<void> }> {
  if (config.databaseUrl !== undefined) {
    const presence = await enterDatabase(config.databaseUrl)
    if (presence === undefined) throw new Error('a backup is being restored into the database (DATABASE_URL): wait until that is done')
    return presence
  }
  const folder = takeFolder(config)
  if (folder === undefined) throw new Error(`another server has the folder ${config.dataFolder} (PEIL_DATA): stop it first`)
  return {
    leave() {
      folder.release()
      return Promise.resolve()
    },
  }
}
