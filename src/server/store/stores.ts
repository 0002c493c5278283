import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { collectorSchema } from './collector-schema.ts'
import { type Database, openedForWork } from './database.ts'
import { issuerSchema } from './issuer-schema.ts'
import { ownPackSchema } from './own-pack-schema.ts'
import { peopleSchema } from './people-schema.ts'
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
  issuer: [issuerSchema + peopleSchema, ownPackSchema],
  collector: [collectorSchema],
  released: [releasedSchema],
} as const satisfies Record<string, readonly string[]>
export type StoreName = keyof typeof schemas

export function fileOf(store: StoreName): string {
  return `${store}.sqlite`
}

function open(dataFolder: string, store: StoreName): Database {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  return openSqlite(join(dataFolder, fileOf(store)), schemas[store])
}

/** Opens the stores in a folder, which is made readable for its owner alone. Other processes may have them open too. */
export function openStores(dataFolder: string): Stores {
  const [issuer, collector, released] = [open(dataFolder, 'issuer'), open(dataFolder, 'collector'), open(dataFolder, 'released')]
  return {
    issuer,
    collector,
    released,
    async close() {
      await Promise.all([issuer.close(), collector.close(), released.close()])
    },
  }
}

/** The collector's store alone, for a process that is nothing else. */
export function openCollector(dataFolder: string): Database {
  return open(dataFolder, 'collector')
}

/** For an issuer that stands apart: the collector's store is open only while a round is released, and for the nightly vacuum. */
export function openIssuerStores(dataFolder: string): Stores {
  const { collector, ...own } = openStores(dataFolder)
  void collector.close()
  return { ...own, collector: openedForWork(() => openCollector(dataFolder)) }
}
