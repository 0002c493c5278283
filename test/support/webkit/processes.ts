import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { missingForWebKit } from '../../../.ci/browsers.mjs'
import { freePort } from '../server-process.ts'
import { untilReady } from './session.ts'

/** A screen that nobody sees, and the driver before it. */
export type Driver = {
  readonly address: string
  /** The lines that driver and window have said so far. */
  readonly said: readonly string[]
  readonly stop: () => Promise<void>
}

/** A screen of its own takes no window from, and gives none to, whoever sits at the machine. */
export async function startScreen(): Promise<{ process: ChildProcess; display: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1200x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const chosen = screen.stdio[3]
  if (!chosen) throw new Error('Xvfb says nothing')
  const [number] = (await Promise.race([once(chosen, 'data'), once(screen, 'exit')])) as [Buffer | number]
  if (!Buffer.isBuffer(number)) throw new Error('Xvfb does not start')
  return { process: screen, display: `:${number.toString().trim()}` }
}

export async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  process.kill()
  await once(process, 'exit')
}

export async function startDriver(): Promise<Driver> {
  const missing = missingForWebKit()
  if (missing !== undefined) throw new Error(missing)
  const screen = await startScreen()
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env: { ...process.env, DISPLAY: screen.display } })
  const said: string[] = []
  for (const stream of [driver.stdout, driver.stderr]) createInterface(stream).on('line', (line) => said.push(line))
  const address = `http://127.0.0.1:${port}`
  await untilReady(address)
  return {
    address,
    said,
    stop: async () => {
      await end(driver)
      await end(screen.process)
    },
  }
}

/** Linux only, like the driver. */
async function childrenOf(parent: number): Promise<readonly number[]> {
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}

/** Kills the one child of a process that runs the given program: no process of another window, or of anybody else. */
export async function killChild(parent: number, program: string): Promise<void> {
  const children = await childrenOf(parent)
  const programs = await Promise.all(children.map((child) => readFile(`/proc/${child}/cmdline`, 'utf8')))
  const found = children.filter((_child, at) => programs[at]?.split('\0')[0]?.endsWith(`/${program}`))
  const [child, ...more] = found
  if (child === undefined || more.length > 0) throw new Error(`${found.length} processes are ${program}`)
  process.kill(child, 'SIGKILL')
}

/** Kills a window that was started here, with everything it has started, so that none has time for anything. */
export async function killFamily(parent: number): Promise<void> {
  for (const pid of [parent, ...(await childrenOf(parent))]) process.kill(pid, 'SIGKILL')
}
