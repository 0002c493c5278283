import type { PeilDatabase } from './database.ts'
import type { Seal } from './seal.ts'
import { type SealedRow, personalTables, startingWith } from './sealed-tables.ts'

function keyIn(database: PeilDatabase, table: string, row: unknown): string {
  const path = database.table(table).schema.primKey.keyPath as string
  return String((row as Record<string, unknown>)[path])
}

/** Seals what lies open in the personal tables. Inside a transaction over both. */
export async function moveIn(database: PeilDatabase, seal: Seal): Promise<void> {
  for (const table of personalTables) {
    const rows = (await database.table(table).toArray()) as unknown[]
    const sealed = rows.map((row): SealedRow => {
      const name = seal.nameOf(table, keyIn(database, table, row))
      return { name, box: seal.seal(name, row) }
    })
    await database.table('sealed').bulkAdd(sealed)
    await database.table(table).clear()
  }
}

/** The rows of one personal table, opened. Inside a transaction over `sealed`. */
export async function openedRows(database: PeilDatabase, seal: Seal, table: string): Promise<readonly unknown[]> {
  const { lower, upper } = startingWith(seal.namesOf(table))
  const rows = (await database.table('sealed').where('name').between(lower, upper).toArray()) as SealedRow[]
  return rows.map(({ name, box }) => seal.open(name, box)).filter((row) => row !== undefined)
}

/** Puts a person's rows back into the open tables. Inside a transaction over both. */
export async function moveOut(database: PeilDatabase, seal: Seal): Promise<void> {
  for (const table of personalTables) {
    await database.table(table).bulkPut([...(await openedRows(database, seal, table))])
    const { lower, upper } = startingWith(seal.namesOf(table))
    await database.table('sealed').where('name').between(lower, upper).delete()
  }
}
