import { type Result, ok } from '../domain/result.ts'
import { knownRound } from '../protocol/known-round.ts'
import type { Left } from '../protocol/left.ts'
import { type Waiting, participation } from '../protocol/participation.ts'
import type { PeilDatabase } from './database.ts'
import { leavingTable } from './leaving.ts'
import { openedRows } from './move.ts'
import { deleteSealed, personsIn } from './persons.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'
import type { Seal } from './seal.ts'
import { startingWith } from './sealed-tables.ts'

function isWaiting(stored: unknown): readonly Waiting[] {
  const parsed = participation.safeParse(stored)
  return parsed.success && parsed.data.stage === 'waiting' ? [parsed.data] : []
}

/** What still waits to be sent, under a name of its own, with the round it belongs to. */
async function waitingOf(database: PeilDatabase, seal: Seal, newId: () => string): Promise<readonly Left[]> {
  const rounds = (await openedRows(database, seal, 'rounds')).flatMap((row) => knownRound.safeParse(row).data ?? [])
  const waiting = (await openedRows(database, seal, 'participations')).flatMap(isWaiting)
  return waiting.map((place) => {
    const id = newId()
    const known = rounds.find(({ round }) => round === place.round)
    return { id, place: { ...place, id }, ...(known && { known }) }
  })
}

/** What is left of somebody on the device. */
export type Remains = { readonly rows: number; readonly waiting: number }

/**
 * Finish and wipe: takes a person off the device. What waits to be sent stays, and nothing in it says whose it was. One transaction:
 * the tablet may lose power at any moment, and then either nothing has happened or all of it.
 */
export async function leaveDevice(database: PeilDatabase, seal: Seal, newId: () => string): Promise<Result<Remains, StorageRefusal>> {
  const left = await onDevice(() =>
    database.transaction('rw', ['persons', 'sealed', 'leaving'], async () => {
      const waiting = await waitingOf(database, seal, newId)
      await leavingTable(database).bulkAdd([...waiting])
      await deleteSealed(database, seal.owner)
      await personsIn(database).delete(seal.owner)
      return waiting.length
    }),
  )
  if (!left.ok) return left
  seal.forget()
  const { lower, upper } = startingWith(`${seal.owner}/`)
  const rows = await onDevice(() => database.table('sealed').where('name').between(lower, upper).count())
  // Deleted is deleted, also where it cannot be counted: what may have come since has no owner, and is swept at the door.
  return ok({ rows: rows.ok ? rows.value : 0, waiting: left.value })
}
