import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { assembleApp } from './assemble.ts'
import { describeDemo, makingDemo } from './cli/demo/describe-demo.ts'
import { ensureDemo } from './cli/demo/ensure-demo.ts'
import { type Config, readConfig } from './config.ts'
import { type Log, causeOf, logTo } from './log.ts'
import { takeFolder } from './operation/only-server.ts'
import { closeInTime, endInTime, metricsOf, openMetrics } from './operation/run.ts'
import { untilStopped } from './operation/signals.ts'
import { createStanding } from './operation/standing.ts'
import { startFault } from './operation/start-fault.ts'
import { closeDueRounds, startCaretaker } from './release/caretaker.ts'
import { type Stores, openStores } from './store/stores.ts'
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

async function serve(config: Config): Promise<void> {
  const log = logTo((line) => process.stderr.write(line), clock, config.logLevel)
  const folder = takeFolder(config.dataFolder)
  if (folder === undefined) throw new Error(`another server has the folder ${config.dataFolder} (PEIL_DATA): stop it first`)
  const stores = openStores(config.dataFolder)
  const standing = createStanding()
  const metrics = metricsOf(config, stores, standing, clock)
  const webApp = await loadWebApp(join(import.meta.dirname, '../../dist'))
  if (webApp === undefined) log('info', 'the app is not built; only the interface is served. Build it with: npm run build')
  const parts = { ...(webApp === undefined ? {} : { webApp }), ...(metrics === undefined ? {} : { metrics }) }
  const app = assembleApp({ ...config, ...parts, stores, clock, random: randomBytes, log, standing })
  const stopped = untilStopped(() => performance.now()).then(() => {
    endInTime()
    standing.enter('stopping')
    log('info', 'stopping')
  })
  await app.listen({ port: config.port, host: config.host })
  const metricsServer = await openMetrics(metrics, config.metricsPort)
  await closeDueRounds({ stores, clock }, log)
  if (standing.stage() === 'starting') standing.enter('ready')
  say([`Peil is at ${config.publicOrigin}`])
  log('debug', 'ready', { version: process.versions.node })
  const caretaker = startCaretaker({ stores, clock }, log)
  if (config.demo) void showDemo(config, stores, log)

  await stopped
  // What has been read is answered, and what has been answered is on the disk, before the stores are closed.
  await closeInTime(app, standing)
  await metricsServer?.close()
  await caretaker.stop()
  await stores.close()
  folder.release()
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
