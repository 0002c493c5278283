import type { PeilDatabase } from './database.ts'
import { personsIn } from './persons.ts'
import { type Seal, newSecret, sealOf } from './seal.ts'
import type { SealedRow } from './sealed-tables.ts'

const guestPrefix = 'guest-'

/** Somebody who uses the device this once. The key lies in memory only: when Peil is closed, nothing of theirs can be read again. */
export type Guest = { readonly seal: Seal; readonly person: { readonly id: string } }

export function openAsGuest(newId: () => string): Guest {
  const id = `${guestPrefix}${newId()}`
  return { seal: sealOf(id, newSecret()), person: { id } }
}

/**
 * Deletes what nobody can read any more: rows of guests who closed Peil without finishing, and of people who were taken off the device
 * while another tab still wrote for them. `present`: owners whose tab is open now. Gives back how many rows went.
 */
export async function sweepSealed(database: PeilDatabase, present: ReadonlySet<string>): Promise<number> {
  return database.transaction('rw', ['persons', 'sealed'], async () => {
    // Also of those whose place this Peil cannot read: a newer one has made it.
    const owners = new Set([...(await personsIn(database).toCollection().primaryKeys()), ...present])
    const names = (await database.table<SealedRow, string>('sealed').toCollection().primaryKeys()).filter(
      (name) => !owners.has(name.slice(0, name.indexOf('/'))),
    )
    await database.table('sealed').bulkDelete(names)
    return names.length
  })
}
