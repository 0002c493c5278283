import type { Table } from 'dexie'
import { type KeptPack, namedAmong, packsNamed } from '../domain/instrument/own-pack.ts'
import type { PeilDatabase } from './database.ts'

/** What lies here was checked against its hash, which is its key, before it was kept. */
export function ownPacksIn(database: PeilDatabase): Table<KeptPack, string> {
  return database.table('packs')
}

/** The own packs that a version names, in its order: none for Peil's own questions, nothing where one is not on the device. */
export async function packsFor(database: PeilDatabase, version: string): Promise<readonly KeptPack[] | undefined> {
  const named = packsNamed(version)
  if (named.length === 0) return []
  const found = await ownPacksIn(database).bulkGet(named.map(({ sha256 }) => sha256))
  return namedAmong(
    version,
    found.filter((each) => each !== undefined),
  )
}
