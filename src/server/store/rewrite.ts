import type { Database } from './database.ts'

/** How long everybody else may have to wait because somebody, a backup for example, is in the way. */
const patience = '10s'

/**
 * What was destroyed still stands in the write-ahead log. PostgreSQL lets go of a file of it at a checkpoint, but not of the one it
 * writes to, and where little happens that would be the same for weeks. So the rest of it is filled. SQLite keeps no log.
 */
export async function leaveLogFile(database: Database): Promise<void> {
  if (database.engine === 'sqlite') return
  await database.all(
    `SELECT MAX(pg_logical_emit_message(false, 'peil', repeat(' ', 1048576)))::text AS place
     FROM generate_series(1, pg_size_bytes(current_setting('wal_segment_size')) / 1048576)`,
  )
}

/**
 * Leaves nothing of deleted rows in a store's files, nor the order in which the others came.
 *
 * On PostgreSQL a vacuum keeps what somebody who began earlier may still see. So the tables are emptied, which gives them new files,
 * and filled again in the order of their keys; every row has the same transaction afterwards, and none tells what came with it. To
 * a transaction that had already begun they would look empty, so those that rely on seeing one state are waited for.
 * @param tables with the columns of their keys, in the order in which others take them
 */
export async function rewrite(database: Database, tables: Readonly<Record<string, string>>): Promise<void> {
  if (database.engine === 'sqlite') {
    await database.all('VACUUM')
    return
  }
  await database.transaction(async (sql) => {
    await sql.all(`SET LOCAL lock_timeout = '${patience}'`)
    await sql.all('LOCK TABLE store_version IN ACCESS EXCLUSIVE MODE')
    await sql.all(`LOCK TABLE ${Object.keys(tables).join(', ')} IN ACCESS EXCLUSIVE MODE`)
    for (const [table, key] of Object.entries(tables)) {
      await sql.all(`CREATE TABLE kept AS SELECT * FROM ${table}`)
      await sql.all(`TRUNCATE ${table}`)
      await sql.all(`INSERT INTO ${table} SELECT * FROM kept ORDER BY ${key}`)
      await sql.all('DROP TABLE kept')
    }
  }, 'by-row')
}
