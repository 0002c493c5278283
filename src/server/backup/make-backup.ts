import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, fail, ok } from '../../domain/result.ts'
import { keepingOf } from '../store/keeping.ts'
import { type StoreName, type Stores, fileOf } from '../store/stores.ts'
import { type Manifest, manifestName, sha256Of, writeManifest } from './manifest.ts'

export type BackupRefusal = { readonly kind: 'stores-missing' | 'folder-not-empty' }

export type BackupPlace = { readonly dataFolder: string; readonly stores: () => Stores; readonly clock: () => Date }

const kept = ['issuer', 'released'] as const

async function isFree(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return true
  return (await stat(folder)).isDirectory() && (await readdir(folder)).length === 0
}

async function keep<S extends StoreName>(store: S, dataFolder: string, folder: string) {
  const copy = join(folder, fileOf(store))
  keepingOf(join(dataFolder, fileOf(store))).copyTo(copy)
  const { version, faults } = keepingOf(copy).check()
  if (faults.length > 0) throw new Error(`${fileOf(store)} is damaged: ${faults[0] ?? ''}`)
  return { store, version, bytes: (await stat(copy)).size, sha256: await sha256Of(copy) }
}

/**
 * Copies issuer and released documents while a server may use them. No round begins to close in between, so that a document is
 * never without the closing it came from.
 */
async function copyStores({ dataFolder, stores, clock }: BackupPlace, folder: string): Promise<Manifest> {
  return stores().issuer.transaction(async () =>
    writeManifest(folder, {
      v: 1,
      made: clock().toISOString(),
      files: [await keep('issuer', dataFolder, folder), await keep('released', dataFolder, folder)],
    }),
  )
}

/** Into a folder that is empty or not there. What was begun and could not be finished is taken away again. */
export async function makeBackup(place: BackupPlace, folder: string): Promise<Result<Manifest, BackupRefusal>> {
  if (!kept.every((store) => existsSync(join(place.dataFolder, fileOf(store))))) return fail({ kind: 'stores-missing' })
  if (!(await isFree(folder))) return fail({ kind: 'folder-not-empty' })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    return ok(await copyStores(place, folder))
  } catch (cause) {
    for (const name of [fileOf('issuer'), fileOf('released'), manifestName]) await rm(join(folder, name), { force: true })
    throw cause
  }
}
