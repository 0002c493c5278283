import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import { inject } from 'vitest'
import { type Stores, openStores } from '../../src/server/store/stores.ts'

export const templateName = 'peil_template'

/** Which engine the tests run on: every project but `postgres` has SQLite. */
export const onPostgres = (): boolean => inject('postgres') !== undefined

const made = new Set<string>()

/** Commands of a moment; a test that opens its stores need not wait for them otherwise. */
function inAdminDatabase(command: string): void {
  const script = `
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: process.argv[1] })
    await client.connect()
    await client.query(process.argv[2])
    await client.end()`
  execFileSync(process.execPath, ['--input-type=module', '-e', script, '--', inject('postgres') ?? '', command])
}

function nameFor(folder: string): string {
  return `t_${Buffer.from(folder).toString('hex').slice(-40)}_${basename(folder).replaceAll(/\W/g, '_').toLowerCase()}`.slice(0, 63)
}

/** On PostgreSQL a database for each folder, which is made when it is first asked for. */
export function databaseUrlFor(folder: string): string | undefined {
  const admin = inject('postgres')
  if (admin === undefined) return undefined
  const name = nameFor(folder)
  if (!made.has(name)) inAdminDatabase(`CREATE DATABASE ${name} TEMPLATE ${templateName}`)
  made.add(name)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

/** What a process needs to know to work on the same stores. */
export function environmentFor(folder: string): Readonly<Record<string, string>> {
  const url = databaseUrlFor(folder)
  return url === undefined ? {} : { DATABASE_URL: url }
}

/** The stores that belong to a folder, on the engine that the tests run on. */
export function storesIn(folder: string): Stores {
  return openStores(folder, databaseUrlFor(folder))
}

/** After the stores are closed. */
export function removeStores(folder: string): void {
  if (inject('postgres') === undefined || !made.has(nameFor(folder))) return
  inAdminDatabase(`DROP DATABASE ${nameFor(folder)} WITH (FORCE)`)
  made.delete(nameFor(folder))
}
