import { onOccasion } from '../platform/occasions.ts'
import { onDevice } from '../storage/refusals.ts'
import type { WakeReason } from '../sync/outbox.ts'
import { currentDatabase, deviceDatabase, onEntry } from './database.ts'

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
async function wakeOwn(reason: WakeReason): Promise<void> {
  const slips = await onDevice(() => currentDatabase().table('participations').count())
  if (slips.ok && slips.value > 0) await wakeContributing(reason)
}

async function wakeOutbox(reason: WakeReason): Promise<void> {
  const left = await onDevice(() => deviceDatabase.table('leaving').count())
  if (left.ok && left.value > 0) await wakeLeaving(reason)
  await wakeOwn(reason)
}

export function startOutbox(): void {
  void wakeOutbox('start')
  // What waits behind a PIN can be sent only now, and perhaps not again before its round closes.
  onEntry(() => void wakeOwn('start'))
  onOccasion((occasion) => {
    void wakeOutbox(occasion)
  })
}
