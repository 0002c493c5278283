import { onOccasion } from '../platform/occasions.ts'
import { onDevice } from '../storage/refusals.ts'
import type { WakeReason } from '../sync/outbox.ts'
import { database } from './database.ts'

/** Sends what waits. A device that never drew a slip has nothing to do with any of this, and does not load it. */
async function wakeOutbox(reason: WakeReason): Promise<void> {
  const slips = await onDevice(() => database.table('participations').count())
  if (!slips.ok || slips.value === 0) return
  const { contributing } = await import('./contributing.ts')
  await contributing.wake(reason)
}

export function startOutbox(): void {
  void wakeOutbox('start')
  onOccasion((occasion) => {
    void wakeOutbox(occasion)
  })
}
