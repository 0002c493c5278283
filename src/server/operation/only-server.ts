import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type FileLock, takeFile } from '../store/file-lock.ts'

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
