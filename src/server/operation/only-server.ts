import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FileLock, takeFile } from '../store/file-lock.ts'

/** One server to a folder; the commands of `peil` work beside it. Nothing if another server has the folder. */
export function takeFolder(dataFolder: string): FileLock | undefined {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  return takeFile(join(dataFolder, 'server.lock'))
}
