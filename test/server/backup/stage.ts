import { createHash } from 'node:crypto'
import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeBackup } from '../../../src/server/backup/make-backup.ts'
import { manifestName, writeManifest } from '../../../src/server/backup/manifest.ts'
import { type Wishes, restoreBackup } from '../../../src/server/backup/restore-backup.ts'
import { schemas, type Stores } from '../../../src/server/store/stores.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { startServer } from '../../support/server.ts'
import { onPostgres, placeOf, removeStores, storesIn } from '../../support/stores.ts'

/** A server with a released round and an open one in which two have contributed, and a new folder and an empty place for every test. */
export async function openStage() {
  const server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
  const released = (await server.openRound([{ unit: 'lia', headcount: { practice: 5 } }])).round
  await server.closeRound(released)
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  const round = await readRound(server.app, opened.round)
  for (const code of opened.units[0]?.codes.slice(0, 2) ?? []) {
    const token = await joinUnit(server.app, round, 'bekken', code)
    await send(server.app, contributionOf(token, newVersion('01234abc')))
  }

  let places = 0
  const elsewhere = (at = places) => join(server.folder, `restored-${at}`)
  const look = async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    const stores = storesIn(elsewhere())
    try {
      return await work(stores)
    } finally {
      await stores.close()
    }
  }
  const folder = () => join(server.folder, `backup-${places}`)
  /** Makes the manifest fit the files again. */
  const seal = async (version: number = schemas.issuer.length): Promise<void> => {
    await rm(join(folder(), manifestName))
    const file = async <S extends 'issuer' | 'released'>(store: S, made: number) => {
      const bytes = await readFile(join(folder(), `${store}.sqlite`))
      return { store, version: made, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('base64url') }
    }
    const files: Parameters<typeof writeManifest>[1]['files'] = [
      await file('issuer', version),
      await file('released', schemas.released.length),
    ]
    await writeManifest(folder(), { v: 1, made: server.clock().toISOString(), files })
  }
  return {
    server,
    released,
    open: opened.round,
    /** Where this test keeps its backup, and where it restores it. */
    get folder() {
      return folder()
    },
    get elsewhere() {
      return elsewhere()
    },
    next() {
      places += 1
    },
    /** The stores in the place where a backup was restored. */
    look,
    seal,
    backup: (into = folder()) => makeBackup({ ...placeOf(server.folder), stores: () => server.stores, clock: server.clock }, into),
    restore: (wishes: Partial<Wishes> = {}) =>
      restoreBackup(folder(), placeOf(elsewhere()), { now: server.clock(), reopen: new Set(), giveUp: new Set(), ...wishes }),
    /** What stands there of municipalities, rounds and documents. */
    async left(): Promise<readonly unknown[]> {
      if (!onPostgres()) return (await readdir(elsewhere()).catch(() => [])).filter((name) => !name.endsWith('.lock'))
      return look(async ({ issuer, released: documents }) => [
        ...(await issuer.all('SELECT id FROM municipality')),
        ...(await issuer.all('SELECT round FROM round')),
        ...(await documents.all('SELECT round FROM released')),
      ])
    },
    /** Alters a copy that was made, as if it had been made of such stores. */
    async alter(store: 'issuer' | 'released', change: string): Promise<void> {
      const copy = new DatabaseSync(join(folder(), `${store}.sqlite`))
      copy.exec(change)
      copy.close()
      await seal()
    },
    async remove(): Promise<void> {
      for (let at = 1; at <= places; at += 1) removeStores(elsewhere(at))
      await server.remove()
    },
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>
