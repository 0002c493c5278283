import { type Result, ok } from '../domain/result.ts'
import type { PeilDatabase } from './database.ts'
import { type StorageRefusal, onDevice } from './refusals.ts'

/** How many rows each table holds. */
export type Holdings = Readonly<Record<string, number>>

export async function countHoldings(database: PeilDatabase): Promise<Holdings> {
  const counted = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const))
  return Object.fromEntries(counted)
}

/** `left-over`: something was written meanwhile. `not-counted`: all of it went, but nobody could look whether something came since. */
export type Erased = 'nothing-left' | 'left-over' | 'not-counted'

/** Empties every table in one transaction and counts again. A count that fails undoes nothing: only what deleted nothing is a refusal. */
export async function eraseEverything(database: PeilDatabase): Promise<Result<Erased, StorageRefusal>> {
  const erased = await onDevice(() =>
    database.transaction('rw', database.tables, () => Promise.all(database.tables.map((table) => table.clear()))),
  )
  if (!erased.ok) return erased
  const counted = await onDevice(() => countHoldings(database))
  if (!counted.ok) return ok('not-counted')
  return ok(Object.values(counted.value).every((count) => count === 0) ? 'nothing-left' : 'left-over')
}
