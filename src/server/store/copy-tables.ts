import type { Row, Sql, SqlValue } from './database.ts'
import type { Table } from './tables.ts'

const pageSize = 1000

function places(rows: number, columns: number): string {
  const row = (at: number) => Array.from({ length: columns }, (_, column) => `$${at * columns + column + 1}`).join(', ')
  return Array.from({ length: rows }, (_, at) => `(${row(at)})`).join(', ')
}

/** The rows after those that were read last, in the order of their keys: each page finds its beginning without reading the others. */
async function nextRows(from: Sql, { name, columns, key }: Table, last: Row | undefined): Promise<readonly Row[]> {
  const listed = columns.map((column) => column.name).join(', ')
  const order = key.join(', ')
  const after = last === undefined ? '' : `WHERE (${order}) > (${key.map((_, at) => `$${at + 1}`).join(', ')})`
  const values = last === undefined ? [] : key.map((column): SqlValue => last[column] ?? null)
  return from.all(`SELECT ${listed} FROM ${name} ${after} ORDER BY ${order} LIMIT ${pageSize}`, ...values)
}

async function insertRows(to: Sql, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  const listed = columns.map((column) => column.name)
  const values = rows.flatMap((row) => listed.map((column): SqlValue => row[column] ?? null))
  await to.all(`INSERT INTO ${name} (${listed.join(', ')}) VALUES ${places(rows.length, listed.length)}`, ...values)
}

/** Every row, from one engine to another or the same. Tables stand after those they point to. */
export async function copyTables(from: Sql, to: Sql, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    let last: Row | undefined
    for (;;) {
      const rows = await nextRows(from, table, last)
      if (rows.length === 0) break
      await insertRows(to, table, rows)
      last = rows.at(-1)
    }
  }
}
