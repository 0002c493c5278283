import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../store/database.ts'
import { keepingOf } from '../store/keeping.ts'
import { type StoreName, type Stores, fileOf, schemas } from '../store/stores.ts'
import { faultsOfCounters, readCounters } from './counters.ts'
import { faultsOfDocuments } from './documents.ts'
import type { Fault } from './fault.ts'
import { faultsOfHashes, readReleases } from './logged-hashes.ts'
import { faultsOfRounds, readRounds } from './rounds.ts'

export type Verified = {
  readonly stores: readonly { readonly store: StoreName; readonly version: number; readonly newest: number }[]
  readonly rounds: number
  readonly documents: number
  readonly faults: readonly Fault[]
}

const names = ['issuer', 'collector', 'released'] as const

type CheckedFile = { readonly store: StoreName; readonly version: number; readonly newest: number; readonly faults: readonly Fault[] }

function checkFile(dataFolder: string, store: StoreName): CheckedFile {
  const [path, newest] = [join(dataFolder, fileOf(store)), schemas[store].length]
  if (!existsSync(path)) return { store, version: 0, newest, faults: [{ store, kind: 'missing' }] }
  const { version, faults } = keepingOf(path).check()
  const found: readonly Fault[] = faults.map((about) => ({ store, kind: 'damaged', about }))
  return { store, version, newest, faults: version > newest ? [...found, { store, kind: 'newer' }] : found }
}

function roundsIn(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map((row) => String(row['round'])))
}

/** In an order in which a server that releases a round meanwhile never looks like a fault: a phase is only ever ahead of what it needs. */
async function checkContents({ issuer, collector, released }: Stores): Promise<Pick<Verified, 'rounds' | 'documents' | 'faults'>> {
  const before = roundsIn(await released.all('SELECT round FROM released'))
  const rounds = await issuer.transaction(readRounds)
  const documents = await released.all('SELECT round, sha256, document FROM released ORDER BY round')
  const counters = await collector.transaction(readCounters)
  const faults = [
    ...faultsOfRounds(rounds, { before, after: roundsIn(documents) }),
    ...faultsOfDocuments(documents),
    ...faultsOfHashes(documents, await readReleases(issuer)),
    ...faultsOfCounters(counters, roundsIn(rounds.filter((row) => row['phase'] === 'released'))),
  ]
  return { rounds: rounds.length, documents: documents.length, faults }
}

/** First each file by itself; what is in them only if they can be read. */
export async function verifyStores(dataFolder: string, stores: () => Stores): Promise<Verified> {
  const checked = names.map((store) => checkFile(dataFolder, store))
  const faults = checked.flatMap((each) => each.faults)
  const files = checked.map(({ store, version, newest }) => ({ store, version, newest }))
  if (faults.length > 0) return { stores: files, rounds: 0, documents: 0, faults }
  return { stores: files, ...(await checkContents(stores())) }
}
