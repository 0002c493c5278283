import type { PeilDatabase } from './database.ts'
import { onDevice } from './refusals.ts'

/** Chromium begins a new log after four megabytes, and the one before is gone once the next is full too. Each character is written twice. */
const rows = 100
/** Characters. What is longer is kept in a file of its own. */
const length = 60_000

/**
 * Writes so much that Chromium puts what is stored into its tables, and begins a new log: a torn record in the old one is gone with it.
 * A device without room for it goes on as it is.
 */
export async function beginFreshLog({ settings }: PeilDatabase): Promise<void> {
  const keys = Array.from({ length: rows }, (_row, number) => `fresh-log ${String(number)}`)
  const value = ' '.repeat(length)
  await onDevice(async () => {
    await settings.bulkPut(keys.map((key) => ({ key, value })))
    await settings.bulkDelete(keys)
  })
}
