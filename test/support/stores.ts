import { execFileSync } from 'node:child_process'
import { readFile, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { findBinaries } from './postgres-cluster.ts'
import { keepingOf } from '../../src/server/store/keeping.ts'
import { type Place, type Stores, openStores } from '../../src/server/store/stores.ts'

export const templateName = 'peil_template'

/** Which engine the tests run on: every project but `postgres` has SQLite. */
export const onPostgres = (): boolean => inject('postgres') !== undefined

const made = new Set<string>()

/** Commands of a moment, so that a test can open its stores without waiting for them. */
function inAdminDatabase(command: string): void {
  execFileSync(join(findBinaries(), 'psql'), ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', command, inject('postgres') ?? ''])
}

function nameFor(folder: string): string {
  return `t_${Buffer.from(folder).toString('hex').slice(-40)}_${basename(folder).replaceAll(/\W/g, '_').toLowerCase()}`.slice(0, 63)
}

/** On PostgreSQL a database for each folder, which is made when it is first asked for. */
export function databaseUrlFor(folder: string, template = templateName): string | undefined {
  const admin = inject('postgres')
  if (admin === undefined) return undefined
  const name = nameFor(folder)
  if (!made.has(name)) inAdminDatabase(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  made.add(name)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return url.href
}

/** The same, with nothing in it yet. */
export function emptyDatabaseFor(folder: string): string | undefined {
  return databaseUrlFor(folder, 'template0')
}

/** What a process needs to know to work on the same stores. */
export function environmentFor(folder: string): Readonly<Record<string, string>> {
  const url = databaseUrlFor(folder)
  return url === undefined ? {} : { DATABASE_URL: url }
}

/** Where the stores that belong to a folder are. */
export function placeOf(folder: string): Place {
  const databaseUrl = databaseUrlFor(folder)
  return { dataFolder: folder, ...(databaseUrl === undefined ? {} : { databaseUrl }) }
}

/** The stores that belong to a folder, on the engine that the tests run on. */
export function storesIn(folder: string): Stores {
  return openStores(folder, databaseUrlFor(folder))
}

/** Copies stores that nobody has open, the collector too. */
export function copyStores(from: string, to: string): void {
  if (!onPostgres()) {
    for (const store of ['issuer', 'collector', 'released']) keepingOf(join(from, `${store}.sqlite`)).copyTo(join(to, `${store}.sqlite`))
    return
  }
  inAdminDatabase(`CREATE DATABASE ${nameFor(to)} TEMPLATE ${nameFor(from)}`)
  made.add(nameFor(to))
}

async function folderOfDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CHECKPOINT')
  const { rows } = await client.query<{ folder: string }>(
    `SELECT current_setting('data_directory') || '/base/' || oid AS folder FROM pg_database WHERE datname = current_database()`,
  )
  await client.end()
  return rows[0]?.folder ?? ''
}

/** Every byte of every file that holds the stores of a folder. */
export async function bytesIn(folder: string): Promise<Buffer> {
  const url = databaseUrlFor(folder)
  const place = url === undefined ? folder : await folderOfDatabase(url)
  const files = (await readdir(place, { withFileTypes: true })).filter((entry) => entry.isFile())
  // A file of a table that goes this very moment is one that is not there.
  return Buffer.concat(await Promise.all(files.map(({ name }) => readFile(join(place, name)).catch(() => Buffer.alloc(0)))))
}

/** As after a disk is lost: nothing is there any more, and stores can be made anew. */
export async function loseStores(folder: string): Promise<void> {
  removeStores(folder)
  for (const name of await readdir(folder)) if (name.includes('.sqlite')) await rm(join(folder, name))
  databaseUrlFor(folder)
}

/** After the stores are closed. */
export function removeStores(folder: string): void {
  if (inject('postgres') === undefined || !made.has(nameFor(folder))) return
  inAdminDatabase(`DROP DATABASE ${nameFor(folder)} WITH (FORCE)`)
  made.delete(nameFor(folder))
}
