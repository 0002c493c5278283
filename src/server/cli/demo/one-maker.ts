import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { takeFile } from '../../store/file-lock.ts'

const millisecondsBetweenLooks = 200

/** A server that starts and the command beside it must not both make a demo: one works, the other waits for it. */
export async function asOnlyMaker<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const path = join(dataFolder, 'demo.lock')
  let lock = takeFile(path)
  for (; lock === undefined; lock = takeFile(path)) await wait(millisecondsBetweenLooks)
  try {
    return await work()
  } finally {
    lock.release()
  }
}
