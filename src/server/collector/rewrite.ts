import type { Database } from '../store/database.ts'

const keys = { nullifier: 'intake, nullifier', head: 'intake, unit, tier', cell: 'intake, unit, tier, dimension, value' } as const

/**
 * Writes the tables anew in the order of their keys, in files of their own; the old files go. Unlike a vacuum this does not wait for
 * anybody who still sees the deleted rows, and every row has the same transaction afterwards: no nullifier tells any more which
 * counters went up with it. Contributions wait meanwhile.
 */
async function writeTablesAnew(collector: Database): Promise<void> {
  await collector.transaction(async (sql) => {
    await sql.all('LOCK TABLE nullifier, head, cell IN ACCESS EXCLUSIVE MODE')
    for (const [table, key] of Object.entries(keys)) {
      await sql.all(`CREATE TABLE kept AS SELECT * FROM ${table} ORDER BY ${key}`)
      await sql.all(`TRUNCATE ${table}`)
      await sql.all(`INSERT INTO ${table} SELECT * FROM kept ORDER BY ${key}`)
      await sql.all('DROP TABLE kept')
    }
  }, 'by-row')
}

/** Leaves nothing of deleted rows in the collector's files, nor the order in which the others came. */
export async function rewriteCollector(collector: Database): Promise<void> {
  if (collector.engine === 'postgres') await writeTablesAnew(collector)
  else await collector.all('VACUUM')
}
