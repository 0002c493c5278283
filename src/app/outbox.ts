import { onOccasion } from '../platform/occasions.ts'
import { onDevice } from '../storage/refusals.ts'
import type { WakeReason } from '../sync/outbox.ts'
import { currentDatabase, deviceDatabase } from './database.ts'

/** Sends what waits, and fetches what is missing. Out of reach itself, on a first visit, it waits for the next occasion. */
export async function wakeContributing(reason: WakeReason): Promise<void> {
  const loaded = await import('./contributing.ts').catch(() => undefined)
  await loaded?.contributing().wake(reason)
}

async function wakeLeaving(reason: WakeReason): Promise<void> {
  const loaded = await import('./contributing.ts').catch(() => undefined)
  await loaded?.leaving.wake(reason)
}

/** A device that never drew a slip has nothing to do with any of this, and does not load it. */
async function wakeOutbox(reason: WakeReason): Promise<void> {
  const [slips, left] = await Promise.all([
    onDevice(() => currentDatabase().table('participations').count()),
    onDevice(() => deviceDatabase.table('leaving').count()),
  ])
  if (left.ok && left.value > 0) await wakeLeaving(reason)
  if (slips.ok && slips.value > 0) await wakeContributing(reason)
}

export function startOutbox(): void {
  void wakeOutbox('start')
  onOccasion((occasion) => {
    void wakeOutbox(occasion)
  })
}
