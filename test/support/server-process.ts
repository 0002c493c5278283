import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentFor, removeStores } from './stores.ts'

/** A real server process on loopback with its own data folder, and the admin commands beside it. */
export type ServerProcess = {
  readonly origin: string
  readonly dataFolder: string
  /** Everything the process has written so far. */
  readonly output: () => string
  /** Waits until what is looked for has been printed. */
  readonly printed: (find: (output: string) => string | undefined) => Promise<string>
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Asks the process to end, and gives the exit status it ends with. */
  readonly stop: () => Promise<number | null>
  readonly signal: (signal: NodeJS.Signals) => void
  /** Waits until the process has ended by itself, and gives its exit status. */
  readonly ended: () => Promise<number | null>
  /** Runs `peil …` and gives back what it printed as JSON. */
  readonly peil: (...words: string[]) => Promise<unknown>
  /** Ends the process and removes its data. */
  readonly remove: () => Promise<void>
}

async function anyPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

const lanes = 4

/**
 * A server that is down keeps its port for when it starts again. So files that run side by side share none: each lane has its own.
 * They come in pairs, as the kernel may give out odd ones only.
 */
export async function freePort(): Promise<number> {
  const lane = Number(process.env['VITEST_POOL_ID'] ?? 0) % lanes
  for (;;) {
    const port = await anyPort()
    if (Math.floor(port / 2) % lanes === lane) return port
  }
}

async function untilHealthy(origin: string, process: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; process.exitCode === null; tries += 1) {
    const healthy = await fetch(`${origin}/health`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (healthy) return
    if (tries > 600) throw new Error(`the server does not answer\n${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server ended\n${output()}`)
}

/** @param wrapped words before the command that starts the server, such as a limit to what it may use */
export async function prepareServer(
  environment: Readonly<Record<string, string>> = {},
  wrapped: readonly string[] = [],
): Promise<ServerProcess> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'peil-e2e-'))
  const port = Number(environment['PORT'] ?? (await freePort()))
  const origin = `http://localhost:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    PEIL_DATA: dataFolder,
    PEIL_DEMO: '0',
    ...environmentFor(environment['PEIL_DATA'] ?? dataFolder),
    ...environment,
  }
  let running: ChildProcess | undefined
  let output = ''
  const collect = (child: ChildProcess): void => {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }

  const kill = async (): Promise<void> => {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    running.kill('SIGKILL')
    await once(running, 'exit')
  }

  return {
    origin,
    dataFolder,
    output: () => output,
    printed: async (find) => {
      for (;;) {
        const found = find(output)
        if (found !== undefined) return found
        if (running === undefined || running.exitCode !== null) throw new Error(`the server ended\n${output}`)
        const said = [running.stdout, running.stderr].flatMap((stream) => (stream === null ? [] : [once(stream, 'data')]))
        await Promise.race([...said, once(running, 'exit')])
      }
    },
    start: async () => {
      const [command = 'node', ...words]: readonly string[] = [...wrapped, 'node', 'src/server/main.ts']
      running = spawn(command, words, { env })
      collect(running)
      await untilHealthy(origin, running, () => output)
    },
    kill,
    stop: async () => {
      if (running === undefined) throw new Error('the server has not been started')
      running.kill('SIGTERM')
      await once(running, 'exit')
      return running.exitCode
    },
    signal: (signal) => running?.kill(signal),
    ended: async () => {
      if (running === undefined) throw new Error('the server has not been started')
      if (running.exitCode === null && running.signalCode === null) await once(running, 'exit')
      return running.exitCode
    },
    peil: async (...words) => {
      const child = spawn('node', ['src/server/cli/main.ts', ...words], { env })
      let printed = ''
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      await once(child, 'close')
      if (child.exitCode !== 0) throw new Error(`peil ${words.join(' ')}: exit ${child.exitCode ?? '?'}\n${said}`)
      return JSON.parse(printed) as unknown
    },
    remove: async () => {
      await kill()
      if (environment['PEIL_DATA'] === undefined) removeStores(dataFolder)
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
