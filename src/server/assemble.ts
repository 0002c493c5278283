import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { auditRoutes } from './accounts/audit-routes.ts'
import { accountRoutes, authenticateBySession } from './accounts/routes.ts'
import { type AppDependencies, createApp } from './app.ts'
import type { CollectorDependencies } from './collector/contribute.ts'
import { collectorRoutes } from './collector/routes.ts'
import { configurationRoute } from './configuration.ts'
import { type FindRound, publicRound, roundsIn } from './issuer/rounds.ts'
import { issuerRoutes } from './issuer/routes.ts'
import { packRoutes } from './registry/pack-routes.ts'
import { profileRoutes } from './registry/profile-routes.ts'
import { registryRoutes } from './registry/routes.ts'
import { closeRoute } from './release/close-route.ts'
import { resultRoutes } from './release/routes.ts'
import type { Route } from './route.ts'
import type { Database } from './store/database.ts'
import type { Stores } from './store/stores.ts'

type Around = Omit<AppDependencies, 'authenticate' | 'routes' | 'storesAnswer'>
export type Surroundings = Around & { readonly stores: Omit<Stores, 'close'> }

const patienceMilliseconds = 3_000

/** Reads something, so that the file itself is touched. A database that hangs is one that does not answer. */
async function answers([database, table]: readonly [Database, string]): Promise<boolean> {
  const asked = database.all(`SELECT 1 FROM ${table} LIMIT 1`).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, delay(patienceMilliseconds, false, { ref: false })])
}

/** Whether every one of these stores answers. */
function allAnswer(tables: readonly (readonly [Database, string])[]): () => Promise<boolean> {
  return async () => (await Promise.all(tables.map(answers))).every(Boolean)
}

/** Everything but the collector, and who signs in there. */
function issuerParts({ stores, ...around }: Surroundings, findRound: FindRound): Pick<AppDependencies, 'authenticate' | 'routes'> {
  const { issuer, released } = stores
  const { clock, publicOrigin } = around
  const accounts = { database: issuer, publicOrigin, clock }
  const routes: readonly Route[] = [
    configurationRoute(around),
    ...issuerRoutes({ issuer, findRound, clock }),
    ...resultRoutes({ released, findRound }),
    closeRoute({ stores, findRound, clock }),
    ...accountRoutes(accounts),
    ...auditRoutes(accounts),
    ...registryRoutes({ database: issuer, findRound, clock }),
    ...packRoutes({ database: issuer }),
    ...profileRoutes({ database: issuer, findRound, clock }),
  ]
  return { authenticate: authenticateBySession(accounts), routes }
}

/** All parts in one process, each with the stores that are its own. */
export function assembleApp({ stores, ...around }: Surroundings): FastifyInstance {
  const findRound = roundsIn(stores.issuer)
  async function findPublicRound(round: string) {
    const found = await findRound(round)
    return found && publicRound(found, around.clock())
  }
  const parts = issuerParts({ ...around, stores }, findRound)
  const collecting = collectorRoutes({ collector: stores.collector, findRound: findPublicRound, clock: around.clock })
  const storesAnswer = allAnswer([
    [stores.issuer, 'round'],
    [stores.collector, 'collector'],
    [stores.released, 'released'],
  ])
  return createApp({ ...around, ...parts, storesAnswer, routes: [...parts.routes, ...collecting] })
}

/** Everything but the collector, which stands elsewhere. */
export function assembleIssuer(surroundings: Surroundings): FastifyInstance {
  const { stores, ...around } = surroundings
  const storesAnswer = allAnswer([
    [stores.issuer, 'round'],
    [stores.released, 'released'],
  ])
  return createApp({ ...around, storesAnswer, ...issuerParts(surroundings, roundsIn(stores.issuer)) })
}

type CollectorSurroundings = Omit<Around, 'webApp'> & {
  readonly collector: Database
  readonly findRound: CollectorDependencies['findRound']
}

/** The collector alone. Nobody signs in here, and there is no app. */
export function assembleCollector({ collector, findRound, ...around }: CollectorSurroundings): FastifyInstance {
  const authenticate = () => Promise.resolve(undefined)
  const routes = collectorRoutes({ collector, findRound, clock: around.clock })
  return createApp({ ...around, authenticate, storesAnswer: allAnswer([[collector, 'collector']]), routes })
}
