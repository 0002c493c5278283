import type { Picture } from '../domain/person/pictures.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { type Person, person as schema } from '../protocol/person.ts'
import type { PeilDatabase } from './database.ts'
import { type GuardedAlready, listPersons, personsIn } from './persons.ts'
import { hasDoor } from './presence.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'
import { personalTables } from './sealed-tables.ts'
import { type DeviceUse, loadSettings } from './settings.ts'

/** Who has a place here, and whether several share the device. `unread`: places that this version of Peil cannot read, and leaves alone. */
export type Sharing = {
  readonly persons: readonly Person[]
  readonly unread: number
  readonly isShared: boolean
  readonly device: DeviceUse | undefined
}

export async function lookAtSharing(database: PeilDatabase): Promise<Sharing> {
  const [persons, all, { device }] = await Promise.all([listPersons(database), personsIn(database).count(), loadSettings(database)])
  return { persons, unread: all - persons.length, isShared: device === 'shared', device }
}

/** Something of somebody's lies on the device without a lock. */
export async function liesOpen(database: PeilDatabase): Promise<boolean> {
  const counts = await Promise.all(personalTables.map((table) => database.table(table).count()))
  return counts.some((count) => count > 0)
}

export type ShareRefusal = StorageRefusal | GuardedAlready

/** From now on several people use the device. What lies open would be nobody's: it is deleted. */
export async function shareEmptied(database: PeilDatabase): Promise<Result<unknown, ShareRefusal>> {
  const shared = await onDevice(() =>
    database.transaction('rw', ['settings', 'persons', ...personalTables], async () => {
      if (await hasDoor(database)) return fail({ kind: 'guarded' } as const)
      for (const table of personalTables) await database.table(table).clear()
      await database.settings.put({ key: 'device', value: 'shared' })
      return ok(undefined)
    }),
  )
  return shared.ok ? shared.value : shared
}

export type Shown = { readonly nickname: string; readonly picture: Picture }

/** From now on several people use the device, and whoever had it alone is known to them like this. */
export function shareWith(database: PeilDatabase, id: string, shown: Shown): Promise<Result<unknown, StorageRefusal>> {
  return onDevice(() =>
    database.transaction('rw', ['settings', 'persons'], async () => {
      await personsIn(database).update(id, { ...shown })
      await database.settings.put({ key: 'device', value: 'shared' })
    }),
  )
}

export type OwnRefusal = StorageRefusal | { readonly kind: 'others-here' }

/** The device is one person's again. Refused while anybody else has a place on it. */
export async function makeOwn(database: PeilDatabase, id: string): Promise<Result<undefined, OwnRefusal>> {
  const made = await onDevice(() =>
    database.transaction('rw', ['settings', 'persons'], async () => {
      const keys = await personsIn(database).toCollection().primaryKeys()
      if (keys.some((key) => key !== id)) return fail({ kind: 'others-here' } as const)
      await database.settings.put({ key: 'device', value: 'own' })
      return ok(undefined)
    }),
  )
  return made.ok ? made.value : made
}

/** A wrong PIN from a time that has not come yet, because the clock was set back: its pause begins now, and so has an end. */
export function startPauseAnew(database: PeilDatabase, id: string, now: string): Promise<Result<unknown, StorageRefusal>> {
  return onDevice(() =>
    database.transaction('rw', 'persons', async () => {
      const stored = schema.safeParse(await personsIn(database).get(id))
      if (!stored.success || stored.data.tries === undefined || stored.data.tries.at <= now) return
      await personsIn(database).put({ ...stored.data, tries: { ...stored.data.tries, at: now } })
    }),
  )
}
