import type pg from 'pg'
import type { Row, Sql } from './database.ts'
import { connect } from './migrate-postgres.ts'
import { type StoreRole, storeRoles } from './postgres-roles.ts'

/** Asks one store, as the role that owns it. One at a time: the connection is all of them in turn. */
export type AskAs = <T>(role: StoreRole, work: (sql: Sql) => Promise<T>) => Promise<T>

/** `view`: everything as it was at one moment. `change`: everything or nothing. */
const begin = {
  view: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  change: 'BEGIN ISOLATION LEVEL READ COMMITTED',
} as const

/** A view lets a rewriting of tables wait for it, and comes after the lock; a change has the stores to itself (see rewrite.ts). */
const lockMode = { view: 'ROW SHARE', change: 'ACCESS EXCLUSIVE' } as const

function sqlOn(client: pg.Client): Sql {
  return { engine: 'postgres', all: async (text, ...values) => (await client.query<Row>(text, [...values])).rows }
}

/**
 * One transaction over several stores. Each is still reached as its own role, and by nothing else.
 * @param roles whose stores are held first, so that nobody writes their tables anew meanwhile
 */
export async function inOneTransaction<T>(
  url: string,
  { kind, roles }: { readonly kind: 'view' | 'change'; readonly roles: readonly StoreRole[] },
  work: (as: AskAs, sql: Sql) => Promise<T>,
): Promise<T> {
  const client = await connect(url)
  const sql = sqlOn(client)
  const as: AskAs = async (role, ask) => {
    await client.query(`SET LOCAL ROLE ${role}; SET LOCAL search_path = ${role}`)
    return ask(sql)
  }
  try {
    await client.query(begin[kind])
    for (const role of roles) await as(role, () => sql.all(`LOCK TABLE store_version IN ${lockMode[kind]} MODE`))
    const value = await work(as, sql)
    await client.query('COMMIT')
    return value
  } finally {
    // What is not committed is undone with the connection.
    await client.end().catch(() => undefined)
  }
}

/** Stores that their roles can reach. */
const reached = `
  SELECT nspname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace JOIN pg_roles ON rolname = nspname
  WHERE relname = 'store_version' AND has_schema_privilege(pg_roles.oid, pg_namespace.oid, 'USAGE')
    AND has_table_privilege(pg_roles.oid, pg_class.oid, 'SELECT')`

/** The version of each store that is there. Nothing is made and nothing brought up to date. */
export async function versionsIn(url: string): Promise<Readonly<Partial<Record<StoreRole, number>>>> {
  return inOneTransaction(url, { kind: 'view', roles: [] }, async (as, sql) => {
    const there = new Set((await sql.all(reached)).map((row) => row['nspname']))
    const versions: Partial<Record<StoreRole, number>> = {}
    for (const role of storeRoles.filter((each) => there.has(each))) {
      const [row] = await as(role, (own) => own.all('SELECT COALESCE(MAX(version), 0) AS version FROM store_version'))
      versions[role] = Number(row?.['version'])
    }
    return versions
  })
}
