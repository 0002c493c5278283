import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectorSchema } from './collector-schema.ts'
import type { Database } from './database.ts'
import { issuerSchema } from './issuer-schema.ts'
import { type Migrated, type StoreSchemas, migratePostgres } from './migrate-postgres.ts'
import { ownPackSchema } from './own-pack-schema.ts'
import { peopleSchema } from './people-schema.ts'
import { openPostgres } from './postgres.ts'
import { releasedSchema } from './released-schema.ts'
import { openSqlite } from './sqlite.ts'

/** Three stores with no key, time or id in common between issuer and collector (protocol, section 1). */
export type Stores = {
  /** Rounds, codes, keys, and the people who sign in. */
  readonly issuer: Database
  /** Nullifiers and counters. */
  readonly collector: Database
  /** Released documents. */
  readonly released: Database
  close(): Promise<void>
}

const schemas: StoreSchemas = {
  peil_issuer: [issuerSchema + peopleSchema, ownPackSchema],
  peil_collector: [collectorSchema],
  peil_released: [releasedSchema],
}

function openFiles(dataFolder: string): Omit<Stores, 'close'> {
  return {
    issuer: openSqlite(join(dataFolder, 'issuer.sqlite'), schemas.peil_issuer),
    collector: openSqlite(join(dataFolder, 'collector.sqlite'), schemas.peil_collector),
    released: openSqlite(join(dataFolder, 'released.sqlite'), schemas.peil_released),
  }
}

/** Prepared at the first opening, as files are; that it failed is said by the first query. */
function openSchemas(databaseUrl: string): Omit<Stores, 'close'> {
  const ready = migrateStores(databaseUrl).then(() => undefined)
  ready.catch(() => undefined)
  return {
    issuer: openPostgres(databaseUrl, 'peil_issuer', ready),
    collector: openPostgres(databaseUrl, 'peil_collector', ready),
    released: openPostgres(databaseUrl, 'peil_released', ready),
  }
}

/** Makes the three schemas in a PostgreSQL database, or brings them up to date. */
export function migrateStores(databaseUrl: string, user?: string): Promise<Migrated> {
  return migratePostgres(databaseUrl, schemas, user)
}

/**
 * Opens the stores: files in the folder, which is made readable for its owner alone, or with a URL the schemas of a PostgreSQL
 * database. Other processes may have them open too.
 */
export function openStores(dataFolder: string, databaseUrl?: string): Stores {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const stores = databaseUrl === undefined ? openFiles(dataFolder) : openSchemas(databaseUrl)
  return {
    ...stores,
    async close() {
      await Promise.all([stores.issuer.close(), stores.collector.close(), stores.released.close()])
    },
  }
}
