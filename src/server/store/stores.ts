import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { auditNotEmptied } from './audit-emptying.ts'
import { clockSchema } from './clock-schema.ts'
import { collectorSchema } from './collector-schema.ts'
import { type Database, openedForWork } from './database.ts'
import { issuerSchema } from './issuer-schema.ts'
import { type Migrated, type StoreSchemas, migratePostgres } from './migrate-postgres.ts'
import { municipalityFirst } from './municipality-first.ts'
import { ownPackSchema } from './own-pack-schema.ts'
import { peopleSchema } from './people-schema.ts'
import type { StoreRole } from './postgres-roles.ts'
import { openPostgres } from './postgres.ts'
import { profileSchema } from './profile-schema.ts'
import { releasedSchema } from './released-schema.ts'
import { openSqlite } from './sqlite.ts'
import { type Description, type Table, describeStore } from './tables.ts'

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
  issuer: [issuerSchema + peopleSchema, ownPackSchema, municipalityFirst, profileSchema, clockSchema, auditNotEmptied],
  collector: [collectorSchema],
  released: [releasedSchema],
} as const satisfies Record<string, readonly string[]>
export type StoreName = keyof typeof schemas

/** Where stores are: files in the folder, or with a URL the schemas of a PostgreSQL database. */
export type Place = { readonly dataFolder: string; readonly databaseUrl?: string }

/** What the newest version of a store is made of. */
export function descriptionOf(store: StoreName): Description {
  return describeStore(schemas[store])
}

/** The tables of a store, in an order in which each stands after those it points to. */
export function tablesOf(store: StoreName): readonly Table[] {
  return descriptionOf(store).tables
}

/** The same in PostgreSQL, where each is a schema of a database. */
const postgresSchemas = {
  peil_issuer: schemas.issuer,
  peil_collector: schemas.collector,
  peil_released: schemas.released,
} as const satisfies StoreSchemas

export function fileOf(store: StoreName): string {
  return `${store}.sqlite`
}

export const roleOf = { issuer: 'peil_issuer', collector: 'peil_collector', released: 'peil_released' } as const satisfies Record<
  StoreName,
  StoreRole
>

/** One store as a file, made if it is not there. */
export function openFile(dataFolder: string, store: StoreName): Database {
  return openSqlite(join(dataFolder, fileOf(store)), schemas[store])
}

function makeFolder(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
}

function openFiles(dataFolder: string): Omit<Stores, 'close'> {
  makeFolder(dataFolder)
  const open = (store: StoreName) => openFile(dataFolder, store)
  return { issuer: open('issuer'), collector: open('collector'), released: open('released') }
}

/** At the first opening, as files are; that it failed is said by the first query. */
function prepared(databaseUrl: string, wanted: StoreSchemas = postgresSchemas): Promise<undefined> {
  const ready = migratePostgres(databaseUrl, wanted).then(() => undefined)
  ready.catch(() => undefined)
  return ready
}

function openSchemas(databaseUrl: string): Omit<Stores, 'close'> {
  const ready = prepared(databaseUrl)
  return {
    issuer: openPostgres(databaseUrl, roleOf.issuer, ready),
    collector: openPostgres(databaseUrl, roleOf.collector, ready),
    released: openPostgres(databaseUrl, roleOf.released, ready),
  }
}

/** Makes the three schemas in a PostgreSQL database, or brings them up to date. */
export function migrateStores(databaseUrl: string, user?: string): Promise<Migrated> {
  return migratePostgres(databaseUrl, postgresSchemas, user)
}

/**
 * Opens the stores: files in the folder, which is made readable for its owner alone, or with a URL the schemas of a PostgreSQL
 * database, and then the folder is not touched. Other processes may have them open too.
 */
export function openStores(dataFolder: string, databaseUrl?: string): Stores {
  const stores = databaseUrl === undefined ? openFiles(dataFolder) : openSchemas(databaseUrl)
  return {
    ...stores,
    async close() {
      await Promise.all([stores.issuer.close(), stores.collector.close(), stores.released.close()])
    },
  }
}

/** The collector's store alone, for a process that is nothing else, and that signs in to the database as one who may reach no other. */
export function openCollector(dataFolder: string, databaseUrl?: string): Database {
  if (databaseUrl !== undefined)
    return openPostgres(databaseUrl, roleOf.collector, prepared(databaseUrl, { peil_collector: schemas.collector }))
  makeFolder(dataFolder)
  return openFile(dataFolder, 'collector')
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
