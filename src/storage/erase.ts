import type { PeilDatabase } from './database.ts'

/** How many rows each table holds. */
export type Holdings = Readonly<Record<string, number>>

export async function countHoldings(database: PeilDatabase): Promise<Holdings> {
  const counted = await Promise.all(database.tables.map(async (table) => [table.name, await table.count()] as const))
  return Object.fromEntries(counted)
}

/** Empties every table in one transaction and counts again. True when nothing is left. */
export async function eraseEverything(database: PeilDatabase): Promise<boolean> {
  await database.transaction('rw', database.tables, () => Promise.all(database.tables.map((table) => table.clear())))
  return Object.values(await countHoldings(database)).every((count) => count === 0)
}
