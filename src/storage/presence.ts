import type { PeilDatabase } from './database.ts'
import { onDeviceAgain } from './refusals.ts'

/**
 * Somebody has to say who they are before a page is shown: the device is shared, or its one person has a PIN. One that does not tell counts
 * as guarded: what is written on a page without the door would lie open.
 */
export async function isGuarded(database: PeilDatabase): Promise<boolean> {
  const found = await onDeviceAgain(database, () => Promise.all([database.table('persons').count(), database.settings.get('device')]))
  return !found.ok || found.value[0] > 0 || found.value[1]?.value === 'shared'
}
