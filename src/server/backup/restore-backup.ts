import { chmod, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, fail, ok } from '../../domain/result.ts'
import { keepingOf } from '../store/keeping.ts'
import { type StoreName, fileOf, openStores, schemas } from '../store/stores.ts'
import { type KeptFile, type Manifest, type ManifestRefusal, isAsKept, readManifest } from './manifest.ts'
import { type SettledRound, logRestore, settleRounds, signEverybodyOut } from './settle-rounds.ts'

export type RestoreRefusal = ManifestRefusal | { readonly kind: 'stores-there' }
export type Restored = { readonly made: string; readonly rounds: readonly SettledRound[] }

/** The issuer comes last: without it there is nothing that a server could mistake for a whole place. */
const stores = ['released', 'collector', 'issuer'] as const satisfies readonly StoreName[]

async function holdsStores(dataFolder: string): Promise<boolean> {
  const names = await readdir(dataFolder).catch(() => [])
  return names.some((name) => /\.sqlite(-journal|-wal|-shm)?$/.test(name))
}

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

/** Into a folder aside: nothing that is half done ever stands where a server looks. */
async function copyAside(folder: string, aside: string, { files }: Manifest): Promise<ManifestRefusal | undefined> {
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true, mode: 0o700 })
  for (const { store } of files) {
    const copy = join(aside, fileOf(store))
    await copyFile(join(folder, fileOf(store)), copy)
    await chmod(copy, 0o600)
    await flush(copy)
    if (keepingOf(copy).check().faults.length > 0) return { kind: 'backup-damaged', file: fileOf(store) }
  }
  return undefined
}

/** Brings the stores to this version, beside a collector that is new: devices see that it is another and send again. */
async function settleAside(aside: string, { made }: Manifest, now: Date): Promise<readonly SettledRound[]> {
  const opened = openStores(aside)
  try {
    const rounds = await settleRounds(opened, now)
    await signEverybodyOut(opened.issuer)
    await logRestore(opened.issuer, made, now)
    return rounds
  } finally {
    await opened.close()
  }
}

/** Puts a backup where there are no stores. Nothing is there before everything is. */
export async function restoreBackup(folder: string, dataFolder: string, now: Date): Promise<Result<Restored, RestoreRefusal>> {
  if (await holdsStores(dataFolder)) return fail({ kind: 'stores-there' })
  const manifest = await readManifest(folder)
  if (!manifest.ok) return manifest
  const fault = await firstFault(folder, manifest.value)
  if (fault !== undefined) return fail(fault)

  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const aside = join(dataFolder, 'restore-in-the-making')
  try {
    const damaged = await copyAside(folder, aside, manifest.value)
    if (damaged !== undefined) return fail(damaged)
    const rounds = await settleAside(aside, manifest.value, now)
    for (const store of stores) await rename(join(aside, fileOf(store)), join(dataFolder, fileOf(store)))
    return ok({ made: manifest.value.made, rounds })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
