import { auditEmptied } from './audit-emptying.ts'
import type { Database, Sql } from './database.ts'
import type { Table } from './tables.ts'

/** How long everybody else may have to wait because somebody, a backup for example, is in the way. */
const patience = '10s'

async function fillAnew(sql: Sql, tables: Readonly<Record<string, string>>): Promise<void> {
  const names = Object.keys(tables)
  for (const table of names) await sql.all(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`)
  const isGuarded = names.includes('audit')
  if (isGuarded) await sql.all(auditEmptied.lift)
  // In one command, for some point to others.
  await sql.all(`TRUNCATE ${names.join(', ')}`)
  if (isGuarded) await sql.all(auditEmptied.restore)
  for (const [table, key] of Object.entries(tables)) {
    await sql.all(`INSERT INTO ${table} SELECT * FROM kept_${table} ORDER BY ${key}`)
    await sql.all(`DROP TABLE kept_${table}`)
  }
}

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
 * Removes rows, and leaves nothing of them in a store's files, nor the order in which the others came.
 *
 * On PostgreSQL a vacuum keeps what somebody who began earlier may still see. So the tables are emptied, which gives them new files,
 * and filled again in the order of their keys; every row has the same transaction afterwards, and none tells what came with it. To
 * a transaction that had already begun they would look empty, so those that rely on seeing one state are waited for.
 * @param tables with the columns of their keys, in the order in which others take them, after those they point to
 */
export async function removeAndRewrite<T>(
  database: Database,
  tables: Readonly<Record<string, string>>,
  remove: (sql: Sql) => Promise<T>,
): Promise<T> {
  if (database.engine === 'sqlite') {
    const removed = await database.transaction(remove)
    await database.all('VACUUM')
    return removed
  }
  return database.transaction(async (sql) => {
    await sql.all(`SET LOCAL lock_timeout = '${patience}'`)
    await sql.all('LOCK TABLE store_version IN ACCESS EXCLUSIVE MODE')
    await sql.all(`LOCK TABLE ${Object.keys(tables).join(', ')} IN ACCESS EXCLUSIVE MODE`)
    const removed = await remove(sql)
    await fillAnew(sql, tables)
    return removed
  }, 'by-row')
}

/** Leaves nothing of what was removed before. */
export async function rewrite(database: Database, tables: Readonly<Record<string, string>>): Promise<void> {
  await removeAndRewrite(database, tables, () => Promise.resolve())
}

/** All tables of a store, as a rewriting takes them. */
export function keysOf(tables: readonly Table[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tables.map(({ name, key }) => [name, key.join(', ')]))
}
