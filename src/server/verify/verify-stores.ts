import type { Database, Row } from '../store/database.ts'
import type { Place, StoreName, Stores } from '../store/stores.ts'
import { faultsOfCounters, readCounters } from './counters.ts'
import { faultsOfDocuments } from './documents.ts'
import { checkByEngine } from './engine-checks.ts'
import type { Fault, FaultKind } from './fault.ts'
import { faultsOfOrphans } from './orphans.ts'
import { faultsOfHashes, readReleases } from './logged-hashes.ts'
import { faultsOfRounds, readRounds } from './rounds.ts'
import { faultsOfSchema } from './schema.ts'

export type Verified = {
  readonly stores: readonly { readonly store: StoreName; readonly version: number; readonly newest: number }[]
  readonly rounds: number
  readonly documents: number
  readonly faults: readonly Fault[]
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

async function faultsOfForm({ issuer, collector, released }: Stores): Promise<readonly Fault[]> {
  const all: readonly (readonly [StoreName, Database])[] = [
    ['issuer', issuer],
    ['collector', collector],
    ['released', released],
  ]
  const faults: Fault[] = []
  for (const [store, database] of all) faults.push(...(await faultsOfSchema(database, store)))
  if (faults.length > 0) return faults
  for (const [store, database] of all) faults.push(...(await faultsOfOrphans(database, store)))
  return faults
}

/** What makes it useless to look any further. */
const unreadable: readonly FaultKind[] = ['missing', 'damaged', 'newer', 'schema-differs']

/** First each store by itself; what is in them only if they can be read. */
export async function verifyStores(place: Place, stores: () => Stores): Promise<Verified> {
  const checked = await checkByEngine(place)
  const described = checked.map(({ store, version, newest }) => ({ store, version, newest }))
  const faults = checked.flatMap((each) => each.faults)
  const isUnreadable = () => faults.some(({ kind }) => unreadable.includes(kind))
  if (!isUnreadable()) faults.push(...(await faultsOfForm(stores())))
  if (isUnreadable()) return { stores: described, rounds: 0, documents: 0, faults }
  const contents = await checkContents(stores())
  return { stores: described, ...contents, faults: [...faults, ...contents.faults] }
}
