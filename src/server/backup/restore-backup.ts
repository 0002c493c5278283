import { chmod, copyFile, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, fail, ok } from '../../domain/result.ts'
import { keepingOf } from '../store/keeping.ts'
import { type Place, fileOf, openStores, schemas } from '../store/stores.ts'
import { type Fill, type PlaceRefusal, inEmptyPlace } from './empty-place.ts'
import { type KnownDocument, findDocuments, putBack } from './known-documents.ts'
import { type KeptFile, type Manifest, type ManifestRefusal, isAsKept, readManifest } from './manifest.ts'
import { type SettledRound, type Unsettled, type Word, logRestore, settleRounds, signEverybodyOut } from './settle-rounds.ts'

export type RestoreRefusal = ManifestRefusal | PlaceRefusal | Unsettled | { readonly kind: 'documents-unreadable' }
export type Restored = { readonly made: string; readonly rounds: readonly SettledRound[] }

/** `released`: where documents are found that were released after the backup was made. */
export type Wishes = Word & { readonly released?: string; readonly now: Date }

async function faultOf(folder: string, kept: KeptFile): Promise<ManifestRefusal | undefined> {
  const file = fileOf(kept.store)
  if (!(await isAsKept(join(folder, file), kept))) return { kind: 'backup-damaged', file }
  if (kept.version > schemas[kept.store].length) return { kind: 'backup-newer', file }
  return undefined
}

async function firstFault(folder: string, { files }: Manifest): Promise<ManifestRefusal | undefined> {
  for (const kept of files) {
    const fault = await faultOf(folder, kept)
    if (fault !== undefined) return fault
  }
  return undefined
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

async function copyAside(folder: string, aside: string, { files }: Manifest): Promise<ManifestRefusal | undefined> {
  for (const { store } of files) {
    const copy = join(aside, fileOf(store))
    await copyFile(join(folder, fileOf(store)), copy)
    await chmod(copy, 0o600)
    await flush(copy)
    if (keepingOf(copy).check().faults.length > 0) return { kind: 'backup-damaged', file: fileOf(store) }
  }
  return undefined
}

type Documents = ReadonlyMap<string, KnownDocument>

/** Brings the stores to this version, beside a collector that is new: devices see that it is another and send again. */
async function settleAside(aside: string, { made }: Manifest, documents: Documents, wishes: Wishes): ReturnType<typeof settleRounds> {
  const opened = openStores(aside)
  try {
    await putBack(opened, documents.values())
    const rounds = await settleRounds(opened, wishes, wishes.now)
    if (!rounds.ok) return rounds
    await signEverybodyOut(opened.issuer)
    await logRestore(opened.issuer, made, wishes.now)
    return rounds
  } finally {
    await opened.close()
  }
}

async function fillFrom(folder: string, aside: string, fill: Fill, wishes: Wishes): Promise<Result<Restored, RestoreRefusal>> {
  const manifest = await readManifest(folder)
  if (!manifest.ok) return manifest
  const fault = (await firstFault(folder, manifest.value)) ?? (await copyAside(folder, aside, manifest.value))
  if (fault !== undefined) return fail(fault)
  const documents = wishes.released === undefined ? new Map() : await findDocuments(wishes.released, join(aside, 'found'))
  if (documents === undefined) return fail({ kind: 'documents-unreadable' })
  const rounds = await settleAside(aside, manifest.value, documents, wishes)
  if (!rounds.ok) return rounds
  await fill(aside)
  return ok({ made: manifest.value.made, rounds: rounds.value })
}

/**
 * Puts a backup where there are no stores, whatever engine it was made from. Nothing is there before everything is: it is made ready
 * in a folder aside, where no server looks.
 */
export function restoreBackup(folder: string, place: Place, wishes: Wishes): Promise<Result<Restored, RestoreRefusal>> {
  return inEmptyPlace(place, async (fill) => {
    const aside = join(place.dataFolder, 'restore-in-the-making')
    await rm(aside, { recursive: true, force: true })
    await mkdir(aside, { recursive: true, mode: 0o700 })
    try {
      return await fillFrom(folder, aside, fill, wishes)
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  })
}
