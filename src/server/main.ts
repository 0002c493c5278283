import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { assembleApp, assembleCollector, assembleIssuer } from './assemble.ts'
import { roundsFromIssuer } from './collector/rounds-from-issuer.ts'
import { describeDemo, makingDemo } from './cli/demo/describe-demo.ts'
import { ensureDemo } from './cli/demo/ensure-demo.ts'
import { type Config, readConfig } from './config.ts'
import { causeOf, logTo } from './log.ts'
import { closeDueRounds, startCaretaker } from './release/caretaker.ts'
import { type Stores, openCollector, openIssuerStores, openStores } from './store/stores.ts'
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

/** The collector alone. What it must know of a round it asks the issuer, as everybody does. */
async function serveCollector(config: Config): Promise<void> {
  const collector = openCollector(config.dataFolder)
  const findRound = roundsFromIssuer({ publicOrigin: config.publicOrigin, collector, fetch })
  const app = assembleCollector({ ...config, collector, findRound, clock, random: randomBytes, log })
  await app.listen({ port: config.port, host: config.host })
  say([`The collector of Peil is at ${config.collectorOrigin}`])
  await untilStopped()
  await app.close()
  await collector.close()
  process.exit()
}

async function serve(config: Config): Promise<void> {
  const [openAll, assemble] = config.role === 'issuer' ? [openIssuerStores, assembleIssuer] : [openStores, assembleApp]
  const stores = openAll(config.dataFolder)
  await closeDueRounds({ stores, clock }, log)
  const webApp = await loadWebApp(join(import.meta.dirname, '../../dist'))
  if (webApp === undefined) log('info', 'the app is not built; only the interface is served. Build it with: npm run build')
  const app = assemble({ ...config, stores, clock, random: randomBytes, log, ...(webApp === undefined ? {} : { webApp }) })
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
  const run = config.value.role === 'collector' ? serveCollector : serve
  await run(config.value).catch((cause: unknown) => {
    refuse([`Peil cannot run: ${cause instanceof Error ? cause.message : String(cause)}`])
  })
} else {
  refuse(config.error.map(({ line }) => line))
}
