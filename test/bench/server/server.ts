import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { freePort } from '../../support/server-process.ts'
import type { Place } from './place.ts'

/** A real server process, as it is run in earnest. */
export type Server = {
  readonly port: number
  /** Time on a processor so far, in milliseconds; where the system does not tell, nothing. */
  readonly busyMilliseconds: () => number | undefined
  /** The most memory it has had at once. */
  readonly peakBytes: () => number | undefined
  readonly stop: () => Promise<void>
}

/** Linux only. */
function readProcess<T>(process: ChildProcess, file: string, read: (text: string) => T): T | undefined {
  try {
    return read(readFileSync(`/proc/${process.pid ?? 0}/${file}`, 'utf8'))
  } catch {
    return undefined
  }
}

const millisecondsPerTick = 10

async function untilReady(process: ChildProcess, port: number, said: () => string): Promise<void> {
  while (process.exitCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/ready`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`the server ended\n${said()}`)
}

export async function startServer(place: Place): Promise<Server> {
  const port = await freePort()
  const own = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_ORIGIN: `http://localhost:${port}`, PEIL_DEMO: '0', LOG_LEVEL: 'info' }
  const running = spawn(process.execPath, ['src/server/main.ts'], { env: { ...process.env, ...own, ...place.environment } })
  let said = ''
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await untilReady(running, port, () => said)
  return {
    port,
    busyMilliseconds: () =>
      readProcess(running, 'stat', (text) => {
        const [user, system] = text
          .slice(text.lastIndexOf(')') + 2)
          .split(' ')
          .slice(11, 13)
        return (Number(user) + Number(system)) * millisecondsPerTick
      }),
    peakBytes: () => readProcess(running, 'status', (text) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(text)?.[1]) * 1024),
    stop: async () => {
      if (running.exitCode !== null || running.signalCode !== null) return
      running.kill('SIGTERM')
      await once(running, 'exit')
    },
  }
}
