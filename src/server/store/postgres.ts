import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Database, Isolation, Row, Sql, SqlValue } from './database.ts'
import { answered, mayTryAgain } from './postgres-faults.ts'
import { type StoreRole, connectionOf, releaseLockClass } from './postgres-roles.ts'

type ParserOf = typeof pg.types.getTypeParser

const eightBytes = '20'
/** PostgreSQL counts with eight bytes; nothing here comes near what a JavaScript number holds. */
const types = {
  getTypeParser: ((...[oid, format]: Parameters<ParserOf>) =>
    String(oid) === eightBytes ? Number : (pg.types.getTypeParser(oid, format) as unknown)) as ParserOf,
}

const mostTries = 12
const longestPauseMilliseconds = 200

async function untilInOrder<T>(isolation: Isolation, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (cause) {
      if (tries === mostTries || !mayTryAgain(cause, isolation)) throw cause
    }
    await delay(Math.random() * Math.min(longestPauseMilliseconds, 5 * 2 ** tries))
  }
}

/** Queries are prepared once per connection, under a name of their own; commands cannot be. */
function nameOf(text: string): { readonly name?: string } {
  return /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/.test(text) ? { name: createHash('sha1').update(text).digest('hex') } : {}
}

const names = new Map<string, { readonly name?: string }>()

async function run(on: pg.Pool | pg.PoolClient, text: string, values: readonly SqlValue[]): Promise<readonly Row[]> {
  const name = names.get(text) ?? nameOf(text)
  names.set(text, name)
  const { rows } = await answered(on.query<Row>({ ...name, text, values: [...values] }))
  return rows
}

/** The lock lets a rewriting of tables wait for those who have one state in view: see rewrite.ts. It comes before the view. */
const begin = {
  serial: 'BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE store_version IN ROW SHARE MODE',
  'by-row': 'BEGIN ISOLATION LEVEL READ COMMITTED',
} as const

/** A connection that is lost while nothing is asked of it would end the process, if nobody listened. The next query fails anyway. */
const unheard = (): void => undefined

async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>, isolation: Isolation): Promise<T> {
  const client = await answered(pool.connect())
  let lost: unknown
  client.on('error', unheard)
  try {
    await answered(client.query(begin[isolation]))
    const value = await work({ engine: 'postgres', all: (text, ...values) => run(client, text, values) })
    await answered(client.query('COMMIT'))
    return value
  } catch (cause) {
    await client.query('ROLLBACK').catch((failed: unknown) => (lost = failed))
    throw cause
  } finally {
    client.off('error', unheard)
    // A connection that could not even undo is not used again.
    client.release(lost !== undefined)
  }
}

/** The lock belongs to a connection of its own, and ends with it. */
async function holdingLock<T>(url: string, role: StoreRole, what: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOf(url, role))
  client.on('error', unheard)
  await answered(client.connect())
  try {
    await answered(client.query('SELECT pg_advisory_lock($1, hashtext($2))', [releaseLockClass, what]))
    return await work()
  } finally {
    await client.end()
  }
}

/**
 * One store in a PostgreSQL database, as the role that owns its schema and may read no other. Connections are made when they are
 * needed, again after the database was away; what was under way then fails, and who sent it sends it again.
 * @param ready settles when the schema is there and up to date; every query waits for it
 */
export function openPostgres(url: string, role: StoreRole, ready: Promise<void>): Database {
  const pool = new pg.Pool({ ...connectionOf(url, role), types, max: 10, connectionTimeoutMillis: 10_000, allowExitOnIdle: true })
  pool.on('error', unheard)
  let closed: Promise<void> | undefined
  return {
    engine: 'postgres',
    async all(text, ...values) {
      await ready
      return untilInOrder('by-row', () => run(pool, text, values))
    },
    async transaction(work, isolation = 'serial') {
      await ready
      return untilInOrder(isolation, () => inTransaction(pool, work, isolation))
    },
    async exclusively(what, work) {
      await ready
      return holdingLock(url, role, what, work)
    },
    close: () => (closed ??= pool.end()),
  }
}
