import type { PeilDatabase } from './database.ts'
import { onDevice } from './refusals.ts'

/** Somebody has to say who they are before a page is shown: the device is shared, or its one person has a PIN. */
export async function isGuarded(database: PeilDatabase): Promise<boolean> {
  const found = await onDevice(async () => [await database.table('persons').count(), await database.settings.get('device')] as const)
  return found.ok && (found.value[0] > 0 || found.value[1]?.value === 'shared')
}
