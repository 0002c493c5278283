import type { FastifyInstance } from 'fastify'
import { accountRoutes, authenticateBySession } from './accounts/routes.ts'
import { type AppDependencies, createApp } from './app.ts'
import { collectorRoutes } from './collector/routes.ts'
import { roundsIn, stateOf } from './issuer/rounds.ts'
import { issuerRoutes } from './issuer/routes.ts'
import { packRoutes } from './registry/pack-routes.ts'
import { registryRoutes } from './registry/routes.ts'
import { resultRoutes } from './release/routes.ts'
import type { Database } from './store/database.ts'
import type { Stores } from './store/stores.ts'

export type Surroundings = Omit<AppDependencies, 'authenticate' | 'routes' | 'storesAnswer'> & { readonly stores: Stores }

/** Reads something, so that the file itself is touched. */
async function answers([database, table]: readonly [Database, string]): Promise<boolean> {
  return database.all(`SELECT 1 FROM ${table} LIMIT 1`).then(
    () => true,
    () => false,
  )
}

/** All parts in one process, each with the stores that are its own. */
export function assembleApp({ stores, ...surroundings }: Surroundings): FastifyInstance {
  const { issuer, collector, released } = stores
  const { clock, publicOrigin } = surroundings
  const tables = [
    [issuer, 'round'],
    [collector, 'collector'],
    [released, 'released'],
  ] as const
  const findRound = roundsIn(issuer)
  const accounts = { database: issuer, publicOrigin, clock }
  async function publicRound(round: string) {
    const found = await findRound(round)
    return found && { ...found.frozen, state: stateOf(found, clock()) }
  }
  return createApp({
    ...surroundings,
    storesAnswer: async () => (await Promise.all(tables.map(answers))).every(Boolean),
    authenticate: authenticateBySession(accounts),
    routes: [
      ...issuerRoutes({ issuer, findRound, clock }),
      ...collectorRoutes({ collector, findRound: publicRound, clock }),
      ...resultRoutes({ released, findRound }),
      ...accountRoutes(accounts),
      ...registryRoutes({ database: issuer, findRound, clock }),
      ...packRoutes({ database: issuer }),
    ],
  })
}
