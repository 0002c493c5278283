import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, fail, ok } from '../../domain/result.ts'
import { copyTables } from '../store/copy-tables.ts'
import type { Sql } from '../store/database.ts'
import { keepingOf } from '../store/keeping.ts'
import { inOneTransaction } from '../store/postgres-together.ts'
import { storesIn } from '../store/present.ts'
import { type Place, type StoreName, type Stores, fileOf, openFile, roleOf, tablesOf } from '../store/stores.ts'
import { type Manifest, sha256Of, writeManifest } from './manifest.ts'

export type BackupRefusal = { readonly kind: 'stores-missing' | 'folder-not-empty' }

export type BackupPlace = Place & { readonly stores: () => Stores; readonly clock: () => Date }

const kept = ['issuer', 'released'] as const

async function isFree(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return true
  return (await stat(folder)).isDirectory() && (await readdir(folder)).length === 0
}

/** No round begins to close in between, so that a document is never without the closing it came from. */
async function copyFiles({ dataFolder, stores }: BackupPlace, folder: string): Promise<void> {
  await stores().issuer.transaction(() => {
    for (const store of kept) keepingOf(join(dataFolder, fileOf(store))).copyTo(join(folder, fileOf(store)))
    return Promise.resolve()
  })
}

async function writeFile(from: Sql, store: StoreName, folder: string): Promise<void> {
  const file = openFile(folder, store)
  try {
    await file.transaction((to) => copyTables(from, to, tablesOf(store)))
    // Takes the journal away: a backup is whole without it.
    await file.all('PRAGMA journal_mode = DELETE')
  } finally {
    await file.close()
  }
}

/** Both stores as they were at one moment, as files like any others. */
async function copySchemas(databaseUrl: string, { stores }: BackupPlace, folder: string): Promise<void> {
  // As with files, whoever opens stores brings them up to date.
  await stores().issuer.all('SELECT 1')
  const roles = kept.map((store) => roleOf[store])
  await inOneTransaction(databaseUrl, { kind: 'view', roles }, async (as) => {
    for (const store of kept) await as(roleOf[store], (sql) => writeFile(sql, store, folder))
  })
}

async function describeCopy<S extends StoreName>(store: S, folder: string) {
  const copy = join(folder, fileOf(store))
  const { version, faults } = keepingOf(copy).check()
  if (faults.length > 0) throw new Error(`${fileOf(store)} is damaged: ${faults[0] ?? ''}`)
  return { store, version, bytes: (await stat(copy)).size, sha256: await sha256Of(copy) }
}

/** Copies issuer and released documents while a server may use them. */
async function copyStores(place: BackupPlace, folder: string): Promise<Manifest> {
  const made = place.clock().toISOString()
  await (place.databaseUrl === undefined ? copyFiles(place, folder) : copySchemas(place.databaseUrl, place, folder))
  return writeManifest(folder, { v: 1, made, files: [await describeCopy('issuer', folder), await describeCopy('released', folder)] })
}

/**
 * Into a folder that is empty or not there. The same from every engine, so that it can be restored into any. What was begun and could
 * not be finished is taken away again.
 */
export async function makeBackup(place: BackupPlace, folder: string): Promise<Result<Manifest, BackupRefusal>> {
  const there = await storesIn(place)
  if (!kept.every((store) => there.has(store))) return fail({ kind: 'stores-missing' })
  if (!(await isFree(folder))) return fail({ kind: 'folder-not-empty' })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    return ok(await copyStores(place, folder))
  } catch (cause) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { force: true })
    throw cause
  }
}
