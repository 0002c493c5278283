import type { PeilDatabase } from './database.ts'
import { inTime } from './patience.ts'
import { onDeviceAgain } from './refusals.ts'

/** Milliseconds. The first read of a page may never be answered in WebKit, over that connection. */
export const firstPatience = 1_500

/** Somebody has a place here, or may have: asked in the middle of a transaction that would be the first to give one. */
export async function hasDoor(database: PeilDatabase): Promise<boolean> {
  const [persons, device] = await Promise.all([database.table('persons').count(), database.settings.get('device')])
  return persons > 0 || device?.value === 'shared'
}

/**
 * Somebody has to say who they are before a page is shown: the device is shared, or its one person has a PIN. One that does not tell counts
 * as guarded: what is written on a page without the door would lie open.
 */
export async function isGuarded(database: PeilDatabase): Promise<boolean> {
  const found = await onDeviceAgain(database, () => inTime(hasDoor(database), firstPatience))
  return !found.ok || found.value
}
