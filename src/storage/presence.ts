import { Dexie } from 'dexie'
import type { PeilDatabase } from './database.ts'
import { onDeviceAgain } from './refusals.ts'

/** Milliseconds. The first read of a page may never be answered in WebKit, over that connection. */
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
  const found = await onDeviceAgain(database, () => inTime(hasDoor(database)))
  return !found.ok || found.value
}
