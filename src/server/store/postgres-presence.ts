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

/** Nobody, until the database is back and no backup is being restored there. */
async function comeBack(url: string): Promise<pg.Client | undefined> {
  await delay(pauseMilliseconds, undefined, { ref: false })
  const client = await connect(url).catch(() => undefined)
  if (client === undefined || (await standBeside(client).catch(() => false))) return client
  await client.end().catch(() => undefined)
  return undefined
}

/** Lets others know that a server is here, also after the database was away. Nothing while a backup is being restored. */
export async function enterDatabase(url: string): Promise<Presence | undefined> {
  let client: pg.Client | undefined = await connect(url)
  if (!(await standBeside(client))) {
    await client.end()
    return undefined
  }
  const isLeft = { now: false }
  function watch(held: pg.Client): void {
    client = held
    held.once('end', () => void stay())
    if (isLeft.now) void held.end()
  }
  async function stay(): Promise<void> {
    client = undefined
    while (!isLeft.now) {
      const back = await comeBack(url)
      if (back === undefined) continue
      watch(back)
      return
    }
  }
  watch(client)
  return {
    async leave() {
      isLeft.now = true
      await client?.end().catch(() => undefined)
    },
  }
}

/** Whether no server works on this database; until the transaction ends none can begin to. */
export async function isServedByNobody(sql: Sql): Promise<boolean> {
  const [row] = await sql.all('SELECT CASE WHEN pg_try_advisory_xact_lock($1, 0) THEN 1 ELSE 0 END AS alone', serverLockClass)
  return row?.['alone'] === 1
}
