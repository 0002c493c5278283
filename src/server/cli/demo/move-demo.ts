import { intakeOf } from '../../collector/intake.ts'
import type { Row, Sql } from '../../store/database.ts'
import type { Stores } from '../../store/stores.ts'

async function insertRows(to: Sql, table: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const columns = Object.keys(row)
    const places = columns.map((_, at) => `$${at + 1}`)
    await to.all(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, ...Object.values(row))
  }
}

/** The collector numbers its rounds itself. */
async function moveCounts(from: Sql, to: Sql, round: string): Promise<void> {
  const { intake: there } = await intakeOf(from, round)
  const { intake } = await intakeOf(to, round)
  for (const table of ['nullifier', 'head', 'cell']) {
    const rows = await from.all(`SELECT * FROM ${table} WHERE intake = $1`, there)
    const renumbered = rows.map((row) => ({ ...row, intake }))
    await insertRows(to, table, renumbered)
  }
}

/**
 * Takes the demo over from the stores it was made in. The municipality and its rounds come last and at once: until then nobody
 * finds anything of it, and a round is never there without its document or its contributions.
 */
export async function moveDemo(from: Stores, to: Stores, openRound: string): Promise<void> {
  const documents = await from.released.all('SELECT * FROM released')
  await to.released.transaction((sql) => insertRows(sql, 'released', documents))
  await to.collector.transaction((sql) => moveCounts(from.collector, sql, openRound))
  await to.issuer.transaction(async (sql) => {
    for (const table of ['municipality', 'unit', 'audit', 'round', 'round_unit', 'code']) {
      await insertRows(sql, table, await from.issuer.all(`SELECT * FROM ${table}`))
    }
  })
}
