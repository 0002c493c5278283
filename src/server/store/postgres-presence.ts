import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import type { Sql } from './database.ts'
import { connect } from './migrate-postgres.ts'
import { serverLockClass } from './postgres-roles.ts'

/** Every server that works on the database holds the same lock together with the others. It ends with the process. */
export type Presence = { leave(): Promise<void> }

const pauseMilliseconds = 1_000

async function standBeside(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock_shared($1, 0) AS held', [serverLockClass])
  return rows[0]?.held === true
}

/** Lets others know that a server is here, also after the database was away. Nothing while a backup is being restored. */
export async function enterDatabase(url: string): Promise<Presence | undefined> {
  let left = false
  let client = await connect(url)
  if (!(await standBeside(client))) {
    await client.end()
    return undefined
  }
  async function comeBack(): Promise<void> {
    while (!left) {
      await delay(pauseMilliseconds, undefined, { ref: false })
      const again = await connect(url).catch(() => undefined)
      if (again === undefined) continue
      if (!left && (await standBeside(again).catch(() => false))) {
        client = again
        watch()
        return
      }
      await again.end().catch(() => undefined)
    }
  }
  const watch = (): void => void client.once('end', () => void comeBack())
  watch()
  return {
    async leave() {
      left = true
      await client.end().catch(() => undefined)
    },
  }
}

/** Whether no server works on this database; until the transaction ends none can begin to. */
export async function isServedByNobody(sql: Sql): Promise<boolean> {
  const [row] = await sql.all('SELECT CASE WHEN pg_try_advisory_xact_lock($1, 0) THEN 1 ELSE 0 END AS alone', serverLockClass)
  return row?.['alone'] === 1
}
