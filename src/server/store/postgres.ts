import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Database, Isolation, Row, Sql, SqlValue } from './database.ts'
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

/**
 * The database has undone it and says so: it could not be put in an order with what others did at once, or two waited for each
 * other. Whether a lost connection took a commit with it nobody knows, so that is not among them.
 */
function mayTryAgain(cause: unknown, isolation: Isolation): boolean {
  if (!(cause instanceof pg.DatabaseError)) return false
  if (cause.code === '40001' || cause.code === '40P01') return true
  // Of two serial transactions that insert the same key, one may be told so instead of being told to try again.
  return cause.code === '23505' && isolation === 'serial'
}

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
  const { rows } = await on.query<Row>({ ...name, text, values: [...values] })
  return rows
}

/** The lock lets a rewriting of tables wait for those who have one state in view: see rewrite.ts. It comes before the view. */
const begin = {
  serial: 'BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE store_version IN ROW SHARE MODE',
  'by-row': 'BEGIN ISOLATION LEVEL READ COMMITTED',
} as const

async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>, isolation: Isolation): Promise<T> {
  const client = await pool.connect()
  let lost: unknown
  try {
    await client.query(begin[isolation])
    const value = await work({ engine: 'postgres', all: (text, ...values) => run(client, text, values) })
    await client.query('COMMIT')
    return value
  } catch (cause) {
    await client.query('ROLLBACK').catch((failed: unknown) => (lost = failed))
    throw cause
  } finally {
    // A connection that could not even undo is not used again.
    client.release(lost !== undefined)
  }
}

/** The lock belongs to a connection of its own, and ends with it. */
async function holdingLock<T>(url: string, role: StoreRole, what: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOf(url, role))
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [releaseLockClass, what])
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
  // An idle connection that is lost is replaced when it is needed; unheard, this would end the process.
  pool.on('error', () => undefined)
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
