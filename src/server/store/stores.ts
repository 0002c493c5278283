import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { clockSchema } from './clock-schema.ts'
import { collectorSchema } from './collector-schema.ts'
import { type Database, openedForWork } from './database.ts'
import { issuerSchema } from './issuer-schema.ts'
import { type Migrated, type StoreSchemas, migratePostgres } from './migrate-postgres.ts'
import { municipalityFirst } from './municipality-first.ts'
import { ownPackSchema } from './own-pack-schema.ts'
import { peopleSchema } from './people-schema.ts'
import { openPostgres } from './postgres.ts'
import { profileSchema } from './profile-schema.ts'
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

/** Every version of each store, in order. */
export const schemas = {
  issuer: [issuerSchema + peopleSchema, ownPackSchema, municipalityFirst, profileSchema, clockSchema],
  collector: [collectorSchema],
  released: [releasedSchema],
} as const satisfies Record<string, readonly string[]>
export type StoreName = keyof typeof schemas

/** The same in PostgreSQL, where each is a schema of a database. */
const postgresSchemas: StoreSchemas = {
  peil_issuer: schemas.issuer,
  peil_collector: schemas.collector,
  peil_released: schemas.released,
}

export function fileOf(store: StoreName): string {
  return `${store}.sqlite`
}

function openFile(dataFolder: string, store: StoreName): Database {
  return openSqlite(join(dataFolder, fileOf(store)), schemas[store])
}

function openFiles(dataFolder: string): Omit<Stores, 'close'> {
  const open = (store: StoreName) => openFile(dataFolder, store)
  return { issuer: open('issuer'), collector: open('collector'), released: open('released') }
}

/** At the first opening, as files are; that it failed is said by the first query. */
function prepared(databaseUrl: string): Promise<undefined> {
  const ready = migrateStores(databaseUrl).then(() => undefined)
  ready.catch(() => undefined)
  return ready
}

function openSchemas(databaseUrl: string): Omit<Stores, 'close'> {
  const ready = prepared(databaseUrl)
  return {
    issuer: openPostgres(databaseUrl, 'peil_issuer', ready),
    collector: openPostgres(databaseUrl, 'peil_collector', ready),
    released: openPostgres(databaseUrl, 'peil_released', ready),
  }
}

/** Makes the three schemas in a PostgreSQL database, or brings them up to date. */
export function migrateStores(databaseUrl: string, user?: string): Promise<Migrated> {
  return migratePostgres(databaseUrl, postgresSchemas, user)
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

/** The collector's store alone, for a process that is nothing else. */
export function openCollector(dataFolder: string, databaseUrl?: string): Database {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (databaseUrl === undefined) return openFile(dataFolder, 'collector')
  return openPostgres(databaseUrl, 'peil_collector', prepared(databaseUrl))
}

/** For an issuer that stands apart: the collector's store is open only while a round is released, and for the nightly vacuum. */
export function openIssuerStores(dataFolder: string, databaseUrl?: string): Stores {
  const { issuer, released, collector } = openStores(dataFolder, databaseUrl)
  void collector.close()
  const engine = databaseUrl === undefined ? 'sqlite' : 'postgres'
  return {
    issuer,
    released,
    collector: openedForWork(engine, () => openCollector(dataFolder, databaseUrl)),
    async close() {
      await Promise.all([issuer.close(), released.close()])
    },
  }
}
