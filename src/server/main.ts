import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { assembleApp, assembleCollector, assembleIssuer } from './assemble.ts'
import { roundsFromIssuer } from './collector/rounds-from-issuer.ts'
import { describeDemo, makingDemo } from './cli/demo/describe-demo.ts'
import { ensureDemo } from './cli/demo/ensure-demo.ts'
import { warningsOf } from './config-warnings.ts'
import { type Config, readConfig } from './config.ts'
import { type Log, causeOf, logTo } from './log.ts'
import type { Metrics } from './operation/metrics.ts'
import { takePlace } from './operation/only-server.ts'
import { closeInTime, endInTime, metricsOf, openMetrics } from './operation/run.ts'
import { untilStopped } from './operation/signals.ts'
import { type Standing, createStanding } from './operation/standing.ts'
import { startFault } from './operation/start-fault.ts'
import { watchClock } from './operation/clock-watch.ts'
import { type Caretaker, closeDueRounds, startCaretaker } from './release/caretaker.ts'
import { checkBelonging } from './store/belonging.ts'
import { type Stores, openCollector, openIssuerStores, openStores } from './store/stores.ts'
import { loadWebApp } from './web-app.ts'

const clock = () => new Date()

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** The first time it takes some seconds; the server answers meanwhile. */
async function showDemo({ dataFolder, publicOrigin }: Config, stores: Stores, log: Log): Promise<void> {
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

/** What a role brings: its app, what is done once it listens and once it is ready, and what is closed at the end. */
type Part = {
  readonly app: FastifyInstance
  readonly prepare: () => Promise<void>
  readonly isReady: () => void
  readonly close: () => Promise<void>
}
type Make = (config: Config, log: Log, watched: { readonly standing: Standing; readonly metrics?: Metrics }) => Promise<Part>

/** The collector alone. What it must know of a round it asks the issuer, as everybody does. */
const makeCollector: Make = async (config, log, watched) => {
  const collector = openCollector(config.dataFolder, config.databaseUrl)
  // A store that cannot be reached is said at the start, not to the first who contributes.
  await collector.all('SELECT 1 FROM collector')
  const findRound = roundsFromIssuer({ publicOrigin: config.publicOrigin, collector, fetch, clock })
  return {
    app: assembleCollector({ ...config, ...watched, collector, findRound, clock, random: randomBytes, log }),
    prepare: () => Promise.resolve(),
    isReady() {
      say([`The collector of Peil is at ${config.collectorOrigin}`])
    },
    close: () => collector.close(),
  }
}

/** The issuer alone, or all parts. */
function makeServer(stores: Stores): Make {
  return async (config, log, watched) => {
    const belong = await checkBelonging(stores)
    if (!belong.ok) throw new Error(belong.error)
    const assemble = config.role === 'issuer' ? assembleIssuer : assembleApp
    const webApp = await loadWebApp(join(import.meta.dirname, '../../dist'))
    if (webApp === undefined) log('info', 'the app is not built; only the interface is served. Build it with: npm run build')
    const watch = watchClock({ stores, clock }, log)
    let caretaker: Caretaker | undefined
    return {
      app: assemble({ ...config, ...watched, stores, clock, random: randomBytes, log, ...(webApp === undefined ? {} : { webApp }) }),
      prepare: () => closeDueRounds({ stores, clock }, log, watch),
      isReady() {
        say([`Peil is at ${config.publicOrigin}`])
        caretaker = startCaretaker({ stores, clock, auditDays: config.auditDays }, log, watch)
        if (config.demo) void showDemo(config, stores, log)
      },
      async close() {
        await caretaker?.stop()
        await stores.close()
      },
    }
  }
}

async function serve(config: Config): Promise<void> {
  const log = logTo((line) => process.stderr.write(line), clock, config.logLevel)
  for (const warning of warningsOf(config)) log('warn', warning)
  const place = await takePlace(config)
  const standing = createStanding()
  const stores =
    config.role === 'collector'
      ? undefined
      : (config.role === 'issuer' ? openIssuerStores : openStores)(config.dataFolder, config.databaseUrl)
  const metrics = metricsOf(config, stores?.issuer, standing, clock)
  const make = stores === undefined ? makeCollector : makeServer(stores)
  const part = await make(config, log, { standing, ...(metrics === undefined ? {} : { metrics }) })
  const stopped = untilStopped(() => performance.now()).then(() => {
    endInTime()
    standing.enter('stopping')
    log('info', 'stopping')
  })
  await part.app.listen({ port: config.port, host: config.host })
  const metricsServer = await openMetrics(metrics, config.metricsPort)
  await part.prepare()
  if (standing.stage() === 'starting') standing.enter('ready')
  part.isReady()
  log('debug', 'ready', { version: process.versions.node })

  await stopped
  // What has been read is answered, and what has been answered is on the disk, before the stores are closed.
  await closeInTime(part.app, standing)
  await metricsServer?.close()
  await part.close()
  await place.leave()
  log('info', 'stopped')
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
    refuse([startFault(cause, config.value)])
    process.exit()
  })
} else {
  refuse(config.error.map(({ line }) => line))
}
