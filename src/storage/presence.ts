import { Dexie } from 'dexie'
import type { PeilDatabase } from './database.ts'
import { onDeviceAgain } from './refusals.ts'

/** Milliseconds. The first read after a page was left in the middle of a write may never be answered in WebKit, over that connection. */
const patience = 1_500

function inTime<T>(reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Dexie.TimeoutError('no answer'))
    }, patience)
  })
  return Promise.race([reading, late]).finally(() => {
    clearTimeout(timer)
  })
}

/**
 * Somebody has to say who they are before a page is shown: the device is shared, or its one person has a PIN. One that does not tell counts
 * as guarded: what is written on a page without the door would lie open.
 */
export async function isGuarded(database: PeilDatabase): Promise<boolean> {
  const found = await onDeviceAgain(database, () =>
    inTime(Promise.all([database.table('persons').count(), database.settings.get('device')])),
  )
  return !found.ok || found.value[0] > 0 || found.value[1]?.value === 'shared'
}
