import type { PeilDatabase } from './database.ts'
import type { Seal } from './seal.ts'
import { type SealedRow, personalTables, startingWith } from './sealed-tables.ts'

/** So many rows are sealed or opened in one go. With years of them at once, the page would stand still and could not say what goes on. */
const inOneGo = 20

function* parted<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += inOneGo) yield rows.slice(from, from + inOneGo)
}

function keyIn(database: PeilDatabase, table: string, row: unknown): string {
  const path = database.table(table).schema.primKey.keyPath as string
  return String((row as Record<string, unknown>)[path])
}

/** Seals what lies open in the personal tables. Inside a transaction over both. */
export async function moveIn(database: PeilDatabase, seal: Seal): Promise<void> {
  for (const table of personalTables) {
    const sealed = (row: unknown): SealedRow => {
      const name = seal.nameOf(table, keyIn(database, table, row))
      return { name, box: seal.seal(name, row) }
    }
    for (const rows of parted((await database.table(table).toArray()) as unknown[]))
      await database.table('sealed').bulkAdd(rows.map(sealed))
    await database.table(table).clear()
  }
}

async function sealedRows(database: PeilDatabase, seal: Seal, table: string): Promise<readonly SealedRow[]> {
  const { lower, upper } = startingWith(seal.namesOf(table))
  return (await database.table('sealed').where('name').between(lower, upper).toArray()) as SealedRow[]
}

function opened(rows: readonly SealedRow[], seal: Seal): readonly unknown[] {
  return rows.map(({ name, box }) => seal.open(name, box)).filter((row) => row !== undefined)
}

/** The rows of one personal table, opened. Inside a transaction over `sealed`. */
export async function openedRows(database: PeilDatabase, seal: Seal, table: string): Promise<readonly unknown[]> {
  return opened(await sealedRows(database, seal, table), seal)
}

/** Puts a person's rows back into the open tables. Inside a transaction over both. */
export async function moveOut(database: PeilDatabase, seal: Seal): Promise<void> {
  for (const table of personalTables) {
    const rows = await sealedRows(database, seal, table)
    for (const some of parted(rows)) await database.table(table).bulkPut([...opened(some, seal)])
    await database.table('sealed').bulkDelete(rows.map(({ name }) => name))
  }
}
