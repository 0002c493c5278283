import pg from 'pg'
import { OutOfReach } from '../out-of-reach.ts'
import { reasonOf, stateOf } from './postgres-faults.ts'
import { type StoreRole, connectionOf, migrationLockClass, storeRoles } from './postgres-roles.ts'
import { forPostgres } from './postgres-schema.ts'

/** `schemas[role][i]` takes a store from version i to i + 1, in SQLite's words. */
export type StoreSchemas = Readonly<Partial<Record<StoreRole, readonly string[]>>>

const alreadyThere = ['42710', '23505']
const notAllowed = '42501'

async function isTrue(client: pg.Client, question: string, ...values: string[]): Promise<boolean> {
  const { rows } = await client.query<{ answer: boolean }>(`SELECT (${question}) AS answer`, values)
  return rows[0]?.answer === true
}

/** Roles belong to the whole server: another database on it may have made them, perhaps this very moment. */
async function makeRole(client: pg.Client, role: StoreRole): Promise<void> {
  if (!(await isTrue(client, 'EXISTS (SELECT FROM pg_roles WHERE rolname = $1)', role))) {
    await client.query(`CREATE ROLE ${role} NOLOGIN NOINHERIT`).catch((cause: unknown) => {
      if (!alreadyThere.includes(stateOf(cause) ?? '')) throw cause
    })
  }
  // From version 16 on, who may give a role away does not yet act as it.
  const { rows } = await client.query<{ newer: boolean }>(`SELECT current_setting('server_version_num')::int >= 160000 AS newer`)
  const acts = rows[0]?.newer === true ? 'SET' : 'MEMBER'
  if (!(await isTrue(client, 'pg_has_role(current_user, $1, $2)', role, acts))) await client.query(`GRANT ${role} TO CURRENT_USER`)
}

async function makeSchema(client: pg.Client, role: StoreRole): Promise<void> {
  if (await isTrue(client, 'EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)', role)) return
  await client.query(`CREATE SCHEMA ${role} AUTHORIZATION ${role}`)
}

/** Columns of a schema, `$1`, that hold hashes and keys, or anything of the collector. */
export const columnsOfSecrets = `FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
  WHERE relnamespace = $1::text::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    AND ($1::text = 'peil_collector' OR atttypid = 'bytea'::regtype OR attname LIKE '%hash' OR attname = 'signed')`

/**
 * To plan well PostgreSQL keeps samples of what stands in tables, in a table of its own, where they outlive it. Of hashes and keys,
 * and of anything in the collector, it keeps none.
 */
async function keepNoSamples(client: pg.Client, role: StoreRole): Promise<void> {
  const { rows } = await client.query<{ change: string }>(
    `SELECT format('ALTER TABLE %I ALTER COLUMN %I SET STATISTICS 0', pg_class.relname, attname) AS change ${columnsOfSecrets}`,
    [role],
  )
  for (const { change } of rows) await client.query(change)
}

/** As the role itself, so that everything in the schema belongs to it. */
async function bringUpToDate(client: pg.Client, role: StoreRole, schema: readonly string[]): Promise<void> {
  await client.query('BEGIN')
  await client.query(`SET LOCAL ROLE ${role}`)
  await client.query(`SET LOCAL search_path = ${role}`)
  await client.query('CREATE TABLE IF NOT EXISTS store_version (version INTEGER NOT NULL)')
  const { rows } = await client.query<{ version: number }>('SELECT COALESCE(MAX(version), 0) AS version FROM store_version')
  const version = rows[0]?.version ?? 0
  if (version > schema.length) throw new Error(`${role} has version ${version}, made by a newer Peil; this one knows ${schema.length}`)
  for (const change of schema.slice(version)) await client.query(forPostgres(change))
  if (version < schema.length) {
    await keepNoSamples(client, role)
    await client.query('DELETE FROM store_version')
    await client.query('INSERT INTO store_version (version) VALUES ($1)', [schema.length])
  }
  await client.query('COMMIT')
}

/** Says why, if it cannot be had. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionOf(url), connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect().catch((cause: unknown) => {
    throw new OutOfReach(`the database cannot be reached: ${reasonOf(cause)}`, { cause })
  })
  return client
}

function explain(cause: unknown): unknown {
  if (stateOf(cause) !== notAllowed) return cause
  return new Error(
    'the database is not prepared for Peil, and this user may not do it: run "npm run -s peil -- migrate --for USER" once with the DATABASE_URL of an administrator, where USER is the one that the server signs in as',
    { cause },
  )
}

export type Migrated = { readonly stores: Readonly<Record<string, number>> }

/**
 * Makes roles, schemas and tables as far as they are missing, and brings older stores up to date; a newer one is refused. Several
 * processes may do it at once: one does, the others wait and find it done.
 * @param schemas those that are wanted: whoever works on one store need not be let into the others
 * @param user who may act as the three roles from now on, beside the one who runs this
 */
export async function migratePostgres(url: string, schemas: StoreSchemas, user?: string): Promise<Migrated> {
  const client = await connect(url)
  try {
    await client.query('SELECT pg_advisory_lock($1, 0)', [migrationLockClass])
    const stores: Record<string, number> = {}
    for (const role of storeRoles) {
      const schema = schemas[role]
      if (schema === undefined) continue
      await makeRole(client, role)
      await makeSchema(client, role)
      await bringUpToDate(client, role, schema)
      stores[role] = schema.length
      if (user !== undefined) await client.query(`GRANT ${role} TO ${client.escapeIdentifier(user)}`)
    }
    return { stores }
  } catch (cause) {
    throw explain(cause)
  } finally {
    await client.end().catch(() => undefined)
  }
}
