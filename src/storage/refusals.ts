import { Dexie } from 'dexie'
import { type Result, fail, ok } from '../domain/result.ts'
import { reopen } from './opening.ts'

/** `storage-full`: no room left. `storage-unavailable`: the browser keeps nothing here (private mode, closed or broken database). */
export type StorageRefusal = { readonly kind: 'storage-full' } | { readonly kind: 'storage-unavailable' }

function isQuota(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  return 'inner' in error && isQuota(error.inner)
}

/** What a failed read or write means to a person, or nothing if the fault is ours. */
export function storageRefusalOf(error: unknown): StorageRefusal | undefined {
  if (isQuota(error)) return { kind: 'storage-full' }
  return error instanceof Dexie.DexieError || error instanceof DOMException ? { kind: 'storage-unavailable' } : undefined
}

/** Runs a read or a write on the device and turns its foreseeable failures into refusals. */
export async function onDevice<T>(work: () => Promise<T>): Promise<Result<T, StorageRefusal>> {
  try {
    return ok(await work())
  } catch (error) {
    const refusal = storageRefusalOf(error)
    if (refusal === undefined) throw error
    return fail(refusal)
  }
}

/** Milliseconds before each further attempt. Safari loses its connection when a tablet wakes, and finds it again a moment later. */
const pauses = [0, 400]

/** Milliseconds. Work that took longer to fail is not done again, but has a new connection when somebody wishes it again. */
const longest = 5_000

/**
 * Like `onDevice`, for what must not be lost: where the connection to the database is gone, it is made anew and the work done again.
 * The work is one transaction, which has happened or has not, and doing it twice is like doing it once.
 */
export async function onDeviceAgain<T>(database: Dexie, work: () => Promise<T>): Promise<Result<T, StorageRefusal>> {
  const since = performance.now()
  let done = await onDevice(work)
  for (const pause of pauses) {
    if (done.ok || done.error.kind !== 'storage-unavailable' || database.hasBeenClosed()) return done
    await new Promise((resolve) => setTimeout(resolve, pause))
    const isOpen = await reopen(database)
    if (performance.now() - since > longest) return done
    if (isOpen) done = await onDevice(work)
  }
  return done
}
