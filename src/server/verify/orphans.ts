import type { Sql } from '../store/database.ts'
import { type StoreName, tablesOf } from '../store/stores.ts'
import type { Parent, Table } from '../store/tables.ts'
import type { Fault } from './fault.ts'

async function hasOrphans(sql: Sql, { name }: Table, { columns, table, to }: Parent): Promise<boolean> {
  const same = columns.map((column, at) => `${table}.${to[at] ?? ''} = ${name}.${column}`).join(' AND ')
  const named = columns.map((column) => `${name}.${column} IS NOT NULL`).join(' AND ')
  const rows = await sql.all(`SELECT 1 FROM ${name} WHERE ${named} AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${same}) LIMIT 1`)
  return rows.length > 0
}

/** Rows that point to nothing. PostgreSQL lets none in, unless somebody who administers it has told it to look away. */
export async function faultsOfOrphans(sql: Sql, store: StoreName): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (const table of tablesOf(store)) {
    for (const parent of table.parents) {
      const about = `a row of ${table.name} points to a row of ${parent.table} that is not there`
      if (await hasOrphans(sql, table, parent)) faults.push({ store, kind: 'damaged', about })
    }
  }
  return faults
}
