import type { Table } from 'dexie'
import type { Picture } from '../domain/person/pictures.ts'
import { waitBeforeTry } from '../domain/person/tries.ts'
import { type Result, fail, ok } from '../domain/result.ts'
import { type Person, type PinLock, person as schema } from '../protocol/person.ts'
import type { PeilDatabase } from './database.ts'
import { canLock } from './passphrase-file.ts'
import { lockSecret, openLock, pinRounds } from './pin-lock.ts'
import { hasDoor } from './presence.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'
import { moveIn, moveOut } from './move.ts'
import { type Seal, newSecret, sealOf } from './seal.ts'
import { startingWith } from './sealed-tables.ts'

/** `wrong`: another PIN. `too-soon`: too many wrong ones; nothing was tried. Both say how many milliseconds to wait. */
export type UnlockRefusal =
  StorageRefusal | { readonly kind: 'gone' } | { readonly kind: 'wrong' | 'too-soon'; readonly milliseconds: number }

export function personsIn(database: PeilDatabase): Table<unknown, string> {
  return database.table('persons')
}

function read(stored: unknown): readonly Person[] {
  const parsed = schema.safeParse(stored)
  return parsed.success ? [parsed.data] : []
}

/** Everybody with a lock on this device, by nickname. */
export async function listPersons(database: PeilDatabase): Promise<readonly Person[]> {
  const all = (await personsIn(database).toArray()).flatMap(read)
  return all.toSorted((a, b) => (a.nickname ?? '').localeCompare(b.nickname ?? ''))
}

export type NewPerson = {
  readonly id: string
  readonly pin: string
  readonly nickname?: string
  readonly picture?: Picture
  /** What lies open on the device becomes this person's. */
  readonly takesOver: boolean
}

/** Another tab was first: what lay open is behind a door already. */
export type GuardedAlready = { readonly kind: 'guarded' }
/** `cannot-lock`: a page without TLS has no cryptography. */
export type AddRefusal = StorageRefusal | GuardedAlready | { readonly kind: 'cannot-lock' }

/**
 * Makes a person, with a lock that only this PIN opens. One transaction, however much there is to seal: all of it, or nothing. What lies
 * open is one person's, so only the first of two who take it over at the same moment gets a place.
 */
export async function addPerson(database: PeilDatabase, { pin, takesOver, ...shown }: NewPerson): Promise<Result<Seal, AddRefusal>> {
  if (!canLock()) return fail({ kind: 'cannot-lock' })
  const secret = newSecret()
  const lock = await lockSecret(secret, pin)
  const seal = sealOf(shown.id, secret)
  const added = await onDevice(() =>
    database.transaction('rw', database.tables, async () => {
      if (takesOver && (await hasDoor(database))) return fail({ kind: 'guarded' } as const)
      if (takesOver) await moveIn(database, seal)
      await personsIn(database).add({ ...shown, lock } satisfies Person)
      return ok(seal)
    }),
  )
  return added.ok ? added.value : added
}

/** Counts the try before it is made: whoever closes Peil in the middle has used it up. */
function countTry(database: PeilDatabase, id: string, now: string): Promise<Result<Person, UnlockRefusal>> {
  const persons = personsIn(database)
  return database.transaction('rw', persons, async () => {
    const [person] = read(await persons.get(id))
    if (person === undefined) return fail({ kind: 'gone' } as const)
    const milliseconds = waitBeforeTry(person.tries, now)
    if (milliseconds > 0) return fail({ kind: 'too-soon', milliseconds } as const)
    const counted = { ...person, tries: { wrong: (person.tries?.wrong ?? 0) + 1, at: now } }
    await persons.put(counted)
    return ok(counted)
  })
}

type Unlocked = { readonly person: Person; readonly secret: Uint8Array<ArrayBuffer> }

async function tryPin(database: PeilDatabase, id: string, pin: string, now: string): Promise<Result<Unlocked, UnlockRefusal>> {
  const counted = await onDevice(() => countTry(database, id, now))
  if (!counted.ok) return counted
  if (!counted.value.ok) return counted.value
  const { tries, ...person } = counted.value.value
  const secret = await openLock(person.lock, pin)
  return secret === undefined ? fail({ kind: 'wrong', milliseconds: waitBeforeTry(tries, now) }) : ok({ person, secret })
}

/**
 * Forgives the wrong PINs, and puts another lock where this one is. While the PIN was tried, which is slow, the place may have been taken
 * off or given another PIN in another tab: then nothing is written, so that neither comes back.
 */
async function settle(database: PeilDatabase, { id, lock }: Person, next: PinLock): Promise<Result<undefined, UnlockRefusal>> {
  const persons = personsIn(database)
  const settled = await onDevice(() =>
    database.transaction('rw', persons, async () => {
      const [stored] = read(await persons.get(id))
      if (stored === undefined) return fail({ kind: 'gone' } as const)
      if (!isSameLock(stored.lock, lock)) return fail({ kind: 'wrong', milliseconds: 0 } as const)
      const { tries: _tries, ...person } = stored
      await persons.put({ ...person, lock: next })
      return ok(undefined)
    }),
  )
  return settled.ok ? settled.value : settled
}

/** Every lock has a salt of its own. */
function isSameLock(one: PinLock, other: PinLock): boolean {
  return one.salt.length === other.salt.length && one.salt.every((byte, at) => byte === other.salt[at])
}

/** Opens a person's lock. One from an older Peil is made as slow as today's. */
export async function unlock(database: PeilDatabase, id: string, pin: string, now: string): Promise<Result<Seal, UnlockRefusal>> {
  const tried = await tryPin(database, id, pin, now)
  if (!tried.ok) return tried
  const { person, secret } = tried.value
  const lock = person.lock.rounds < pinRounds ? await lockSecret(secret, pin) : person.lock
  const saved = await settle(database, person, lock)
  return saved.ok ? ok(sealOf(id, secret)) : saved
}

/** The rows stay as they are: only the lock is new. */
export async function changePin(
  database: PeilDatabase,
  id: string,
  { pin, next, now }: { readonly pin: string; readonly next: string; readonly now: string },
): Promise<Result<undefined, UnlockRefusal>> {
  const tried = await tryPin(database, id, pin, now)
  if (!tried.ok) return tried
  const { person, secret } = tried.value
  return settle(database, person, await lockSecret(secret, next))
}

/** On a device of one's own: everything lies open again. */
export async function removePin(database: PeilDatabase, id: string, pin: string, now: string): Promise<Result<undefined, UnlockRefusal>> {
  const tried = await tryPin(database, id, pin, now)
  if (!tried.ok) return tried
  const seal = sealOf(id, tried.value.secret)
  const moved = await onDevice(() =>
    database.transaction('rw', database.tables, async () => {
      await moveOut(database, seal)
      await deleteSealed(database, id)
      await personsIn(database).delete(id)
    }),
  )
  return moved.ok ? ok(undefined) : moved
}

/** Takes somebody off the device with everything of theirs, as when a PIN is forgotten. */
export function removePerson(database: PeilDatabase, id: string): Promise<Result<unknown, StorageRefusal>> {
  return onDevice(() =>
    database.transaction('rw', ['persons', 'sealed'], async () => {
      await deleteSealed(database, id)
      await personsIn(database).delete(id)
    }),
  )
}

/** Everything sealed for one owner. */
export async function deleteSealed(database: PeilDatabase, owner: string): Promise<void> {
  const { lower, upper } = startingWith(`${owner}/`)
  await database.table('sealed').where('name').between(lower, upper).delete()
}
