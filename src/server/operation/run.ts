import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { roundStates } from '../issuer/round-states.ts'
import type { Database } from '../store/database.ts'
import { type Metrics, createMetrics } from './metrics.ts'
import { type MetricsServer, serveMetrics } from './metrics-server.ts'
import type { Standing } from './standing.ts'

const graceMilliseconds = 10_000
const sweepMilliseconds = 20
const longestMilliseconds = 25_000

/** Nothing is counted where nobody reads it. */
export function metricsOf(config: Config, issuer: Database | undefined, standing: Standing, clock: () => Date): Metrics | undefined {
  if (config.metricsPort === undefined) return undefined
  return createMetrics(clock, {
    ready: () => standing.stage() === 'ready',
    // A collector that stands apart knows no rounds.
    rounds: () => (issuer === undefined ? Promise.resolve({ open: 0, closed: 0, released: 0 }) : roundStates(issuer, clock())),
    memory: () => process.memoryUsage(),
  })
}

export async function openMetrics(metrics: Metrics | undefined, port: number | undefined): Promise<MetricsServer | undefined> {
  return metrics === undefined || port === undefined ? undefined : serveMetrics(metrics, port)
}

/**
 * Answers what has arrived. Who does not send the rest of a request in time is left without an answer: nothing was stored.
 * The framework waits for one of its addresses only, and for connections on which nothing is asked: so this does the waiting.
 */
export async function closeInTime(app: FastifyInstance, standing: Standing): Promise<void> {
  await Promise.race([standing.quiet(), delay(graceMilliseconds)])
  const sweep = setInterval(() => {
    app.server.closeAllConnections()
  }, sweepMilliseconds)
  await app.close()
  clearInterval(sweep)
}

/** However it goes, the process has ended by then. */
export function endInTime(): void {
  setTimeout(() => process.exit(1), longestMilliseconds).unref()
}
