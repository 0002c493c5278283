import { mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, fail } from '../../domain/result.ts'
import { takeFolder } from '../operation/only-server.ts'
import { copyTables } from '../store/copy-tables.ts'
import { isServedByNobody } from '../store/postgres-presence.ts'
import { storeRoles } from '../store/postgres-roles.ts'
import { type AskAs, inOneTransaction } from '../store/postgres-together.ts'
import { type Place, type StoreName, fileOf, migrateStores, openStores, roleOf, tablesOf } from '../store/stores.ts'

export type PlaceRefusal = { readonly kind: 'stores-there' | 'server-there' }

/** Takes over stores that stand aside as files, all at once. */
export type Fill = (aside: string) => Promise<void>
type Work<T, E> = (fill: Fill) => Promise<Result<T, E>>

/** The issuer comes last: without it there is nothing that a server could mistake for a whole place. */
const stores = ['released', 'collector', 'issuer'] as const satisfies readonly StoreName[]

async function holdsFiles(dataFolder: string): Promise<boolean> {
  const names = await readdir(dataFolder).catch(() => [])
  return names.some((name) => /\.sqlite(-journal|-wal|-shm)?$/.test(name))
}

async function inEmptyFolder<T, E>(dataFolder: string, work: Work<T, E>): Promise<Result<T, E | PlaceRefusal>> {
  if (await holdsFiles(dataFolder)) return fail({ kind: 'stores-there' })
  const lock = takeFolder({ dataFolder, role: 'all' })
  if (lock === undefined) return fail({ kind: 'server-there' })
  try {
    return await work(async (aside) => {
      for (const store of stores) await rename(join(aside, fileOf(store)), join(dataFolder, fileOf(store)))
    })
  } finally {
    lock.release()
  }
}

/** What the preparation of a database puts there says nothing about whether it has been used. */
async function holdsRows(as: AskAs): Promise<boolean> {
  for (const store of stores) {
    const names = tablesOf(store).map(({ name }) => name)
    const used = names.filter((name) => name !== 'collector').map((name) => `SELECT 1 FROM ${name}`)
    const rows = await as(roleOf[store], (sql) => sql.all(`SELECT 1 WHERE EXISTS (${used.join(' UNION ALL ')})`))
    if (rows.length > 0) return true
  }
  return false
}

/** The collector stays empty and becomes another, so that devices send again what the lost one had counted. */
async function fillSchemas(as: AskAs, aside: string): Promise<void> {
  const from = openStores(aside)
  try {
    for (const store of ['issuer', 'released'] as const) await as(roleOf[store], (sql) => copyTables(from[store], sql, tablesOf(store)))
    const [collector] = await from.collector.all('SELECT incarnation FROM collector')
    await as(roleOf.collector, (sql) => sql.all('UPDATE collector SET incarnation = $1', collector?.['incarnation'] ?? null))
  } finally {
    await from.close()
  }
}

async function inEmptySchemas<T, E>(databaseUrl: string, work: Work<T, E>): Promise<Result<T, E | PlaceRefusal>> {
  await migrateStores(databaseUrl)
  return inOneTransaction<Result<T, E | PlaceRefusal>>(databaseUrl, { kind: 'change', roles: storeRoles }, async (as, sql) => {
    if (!(await isServedByNobody(sql))) return fail({ kind: 'server-there' })
    if (await holdsRows(as)) return fail({ kind: 'stores-there' })
    return work((aside) => fillSchemas(as, aside))
  })
}

/** Works where nothing is and no server runs, nor can one start meanwhile. */
export async function inEmptyPlace<T, E>({ dataFolder, databaseUrl }: Place, work: Work<T, E>): Promise<Result<T, E | PlaceRefusal>> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  return databaseUrl === undefined ? inEmptyFolder(dataFolder, work) : inEmptySchemas(databaseUrl, work)
}
