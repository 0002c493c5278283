import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const millisecondsBetweenLooks = 200

async function claim(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw cause
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A process that died in the middle leaves its claim behind; in a container the next one may even have the same number. */
async function isAbandoned(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  return pid === process.pid || (pid > 0 && !isAlive(pid))
}

/** A server that starts and the command beside it must not both make a demo: one works, the other waits for it. */
export async function asOnlyMaker<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  const path = join(dataFolder, 'demo-in-the-making')
  while (!(await claim(path))) {
    if (await isAbandoned(path)) await rm(path, { force: true })
    else await wait(millisecondsBetweenLooks)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}
