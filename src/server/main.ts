import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { assembleApp } from './assemble.ts'
import { describeDemo, makingDemo } from './cli/demo/describe-demo.ts'
import { ensureDemo } from './cli/demo/ensure-demo.ts'
import { type Config, readConfig } from './config.ts'
import { causeOf, logTo } from './log.ts'
import { closeDueRounds, startCaretaker } from './release/caretaker.ts'
import { type Stores, openStores } from './store/stores.ts'
import { loadWebApp } from './web-app.ts'

const clock = () => new Date()
const log = logTo((line) => process.stderr.write(line), clock)

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function untilStopped(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  await Promise.race(signals.map((signal) => once(process, signal)))
}

/** The first time it takes some seconds; the server answers meanwhile. */
async function showDemo({ dataFolder, publicOrigin }: Config, stores: Stores): Promise<void> {
  try {
    const announce = () => {
      say([makingDemo])
    }
    const demo = await ensureDemo({ dataFolder, publicOrigin, stores, clock, announce })
    if (demo !== undefined) say(describeDemo(demo))
  } catch (cause) {
    log('error', 'the demo could not be made', { cause: causeOf(cause) })
  }
}

async function serve(config: Config): Promise<void> {
  const stores = openStores(config.dataFolder, config.databaseUrl)
  await closeDueRounds({ stores, clock }, log)
  const webApp = await loadWebApp(join(import.meta.dirname, '../../dist'))
  if (webApp === undefined) log('info', 'the app is not built; only the interface is served. Build it with: npm run build')
  const app = assembleApp({ ...config, stores, clock, random: randomBytes, log, ...(webApp === undefined ? {} : { webApp }) })
  await app.listen({ port: config.port, host: config.host })
  say([`Peil is at ${config.publicOrigin}`])
  const caretaker = startCaretaker({ stores, clock }, log)
  if (config.demo) void showDemo(config, stores)

  await untilStopped()
  // What has been read is answered, and what has been answered is on the disk, before the stores are closed.
  await app.close()
  await caretaker.stop()
  await stores.close()
  // A demo that is still being made is left as it is: the next start makes it anew.
  process.exit()
}

function refuse(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

const config = readConfig(process.env)
if (config.ok) {
  await serve(config.value).catch((cause: unknown) => {
    refuse([`Peil cannot run: ${cause instanceof Error ? cause.message : String(cause)}`])
  })
} else {
  refuse(config.error.map(({ line }) => line))
}
