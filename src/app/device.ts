import { saverFor } from '../features/assess/saving.ts'
import { now } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { forgetsUnused, isInstalled } from '../platform/installed.ts'
import { keepStorage, roomLeft, storageKeeping } from '../platform/keeping.ts'
import type { Device } from '../storage/device.ts'
import { atRest } from '../storage/patience.ts'
import { currentDatabase, currentlyInside } from './database.ts'
import { wakeContributing } from './outbox.ts'

/** The one place where the app meets the browser it runs in. */
export const device: Device = {
  get database() {
    return currentDatabase()
  },
  get person() {
    return currentlyInside()?.person
  },
  now,
  newId,
  origin: location.origin,
  isInstalled,
  forgetsUnused,
  isOnline: () => navigator.onLine,
  storageKeeping,
  keepStorage,
  roomLeft,
  reload: () => {
    void saverFor(currentDatabase())
      .leave()
      .then(atRest)
      .finally(() => {
        location.reload()
      })
  },
  fetchPacks: () => wakeContributing('changed'),
}
