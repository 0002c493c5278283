import { Dexie } from 'dexie'
import { type Result, fail, ok } from '../domain/result.ts'

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
