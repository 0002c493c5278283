import type { Sql } from '../../store/database.ts'
import type { Stores } from '../../store/stores.ts'

async function copyRows(from: Sql, to: Sql, table: string): Promise<void> {
  for (const row of await from.all(`SELECT * FROM ${table}`)) {
    const columns = Object.keys(row)
    const places = columns.map((_, at) => `$${at + 1}`)
    await to.all(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, ...Object.values(row))
  }
}

/** Takes over what is left of a municipality whose rounds are all released: the documents first, so that no round lacks its own. */
export async function moveReleased(from: Stores, to: Stores): Promise<void> {
  await to.released.transaction((sql) => copyRows(from.released, sql, 'released'))
  await to.issuer.transaction(async (sql) => {
    for (const table of ['municipality', 'unit', 'audit', 'round', 'round_unit']) await copyRows(from.issuer, sql, table)
  })
}
