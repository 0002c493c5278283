import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, onTestFinished, test } from 'vitest'
import { migrate } from '../../../../src/server/cli/migrate.ts'
import { runCommand } from '../../../../src/server/cli/run-command.ts'
import type { Database } from '../../../../src/server/store/database.ts'
import { migratePostgres } from '../../../../src/server/store/migrate-postgres.ts'
import { migrateStores, openStores, schemas } from '../../../../src/server/store/stores.ts'
import { databaseUrlFor, removeStores, storesIn } from '../../../support/stores.ts'

const folder = join(tmpdir(), `peil-pg-${randomUUID().slice(0, 8)}`)
const url = databaseUrlFor(folder) ?? ''
const stores = storesIn(folder)
afterAll(async () => {
  await stores.close()
  removeStores(folder)
})

const one = { round: 'one', municipality: 'fjordvik' }
async function addRound(issuer: Database, round = one.round): Promise<void> {
  await issuer.all(`INSERT INTO municipality (id, name) VALUES ('m', 'Fjordvik') ON CONFLICT (id) DO NOTHING`)
  await issuer.all(
    `INSERT INTO round (round, municipality, closes, accept_until, participants_see_results, document, phase) VALUES ($1, 'm', '', '', 0, '{}', 'open')`,
    round,
  )
}

async function asUser(name: string, at: string): Promise<string> {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  await client.query(`CREATE ROLE ${name} LOGIN`).finally(() => client.end())
  const own = new URL(at)
  own.username = name
  return own.href
}

async function emptyDatabase(): Promise<string> {
  const name = `e_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: inject('postgres') ?? '' })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  onTestFinished(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  })
  const own = new URL(inject('postgres') ?? '')
  own.pathname = `/${name}`
  return own.href
}

test('placeholders are positions, and take and give text, numbers, bytes and nothing', async () => {
  const [row] = await stores.issuer.all(
    'SELECT $3::bytea AS c, $1::text AS a, $2::int AS b, $1::text AS again, $4::text AS d',
    'x',
    7,
    Uint8Array.of(1, 255),
    null,
  )
  expect(row).toEqual({ c: Buffer.of(1, 255), a: 'x', b: 7, again: 'x', d: null })
  expect(await stores.issuer.all('SELECT COUNT(*) AS n, 5000000000 AS large FROM round')).toEqual([{ n: 0, large: 5_000_000_000 }])
})

test('a store cannot read another', async () => {
  const tables = { issuer: 'peil_issuer.code', collector: 'peil_collector.nullifier', released: 'peil_released.released' } as const
  const names = ['issuer', 'collector', 'released'] as const
  for (const reader of names) {
    for (const owner of names) {
      const reading = stores[reader].all(`SELECT * FROM ${tables[owner]}`)
      if (reader === owner) expect(await reading).toEqual([])
      else await expect(reading).rejects.toThrow('permission denied for schema')
    }
    await expect(stores[reader].all('CREATE TABLE public.elsewhere (id INTEGER)')).rejects.toThrow('permission denied')
  }
})

test('options in the URL do not lift that', async () => {
  const own = new URL(url)
  own.searchParams.set('options', '-c role=postgres')
  const opened = openStores(folder, own.href)
  onTestFinished(() => opened.close())
  await expect(opened.collector.all('SELECT * FROM peil_issuer.code')).rejects.toThrow('permission denied for schema')
})

test('transactions that read what others write are put in an order', async () => {
  await stores.issuer.all(`INSERT INTO municipality (id, name) VALUES ('m', 'M')`)
  const add = () =>
    stores.issuer.transaction((sql) =>
      sql.all(
        `INSERT INTO audit (municipality, seq, at, who, action, detail) SELECT 'm', COALESCE(MAX(seq), 0) + 1, '', 'owner', '', '' FROM audit`,
      ),
    )
  await Promise.all(Array.from({ length: 8 }, add))
  expect(await stores.issuer.all('SELECT COUNT(*) AS n, MAX(seq) AS last FROM audit')).toEqual([{ n: 8, last: 8 }])
  await expect(stores.issuer.all('DELETE FROM audit')).rejects.toThrow('append-only')
})

test('one of two that wait for each other is done again', async () => {
  await addRound(stores.issuer, 'a')
  await addRound(stores.issuer, 'b')
  let tries = 0
  const meet = Promise.withResolvers<undefined>()
  let arrived = 0
  const both = (first: string, then: string) =>
    stores.issuer.transaction(async (sql) => {
      tries += 1
      await sql.all('UPDATE round SET closed = $2 WHERE round = $1', first, first)
      arrived += 1
      if (arrived === 2) meet.resolve(undefined)
      await meet.promise
      await sql.all('UPDATE round SET closed = $2 WHERE round = $1', then, first)
    }, 'by-row')
  await Promise.all([both('a', 'b'), both('b', 'a')])
  expect(tries).toBeGreaterThan(2)
})

test('a transaction that fails leaves nothing, and is not done again for its own fault', async () => {
  let tries = 0
  const failing = stores.issuer.transaction(async (sql) => {
    tries += 1
    await sql.all(`INSERT INTO municipality (id, name) VALUES ('lost', 'x')`)
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  expect(tries).toBe(1)
  expect(await stores.issuer.all(`SELECT * FROM municipality WHERE id = 'lost'`)).toEqual([])
})

test('what is to be done by one only is done by one after the other', async () => {
  const other = storesIn(folder)
  onTestFinished(() => other.close())
  const order: string[] = []
  const take = (from: Database, who: string) =>
    from.exclusively('something', async () => {
      order.push(`${who} begins`)
      await from.all('SELECT pg_sleep(0.05)')
      order.push(`${who} ends`)
    })
  await Promise.all([take(stores.issuer, 'one'), take(other.issuer, 'other')])
  expect(order.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends'])
})

test('processes that start at once on an empty database prepare it once', async () => {
  const empty = await emptyDatabase()
  const several = Array.from({ length: 4 }, () => openStores(folder, empty))
  onTestFinished(async () => {
    await Promise.all(several.map((each) => each.close()))
  })
  const incarnations = await Promise.all(several.map(({ collector }) => collector.all('SELECT incarnation FROM collector')))
  expect(new Set(incarnations.map(([row]) => row?.['incarnation'])).size).toBe(1)
  expect(incarnations[0]?.[0]?.['incarnation']).toMatch(/^[0-9a-f]{32}$/)
})

test('a user who may not prepare the database is told what to do, and may use it once an administrator has', async () => {
  const empty = await emptyDatabase()
  const name = `u_${randomUUID().replaceAll('-', '')}`
  const user = await asUser(name, empty)
  const early = openStores(folder, user)
  await expect(early.issuer.all('SELECT 1 AS n')).rejects.toThrow(`run "npm run -s peil -- migrate --for USER" once`)
  await early.close()
  await migrateStores(empty, name)
  const opened = openStores(folder, user)
  await expect(opened.issuer.all('SELECT * FROM code')).resolves.toEqual([])
  await expect(opened.issuer.all('SELECT * FROM peil_collector.nullifier')).rejects.toThrow('permission denied for schema')
  await opened.close()
})

test('a store is brought up to date from the version it has, and a newer one is refused', async () => {
  const empty = await emptyDatabase()
  const issuer = ['CREATE TABLE mark (name TEXT NOT NULL) STRICT']
  const rest = { peil_collector: [], peil_released: [] }
  await migratePostgres(empty, { ...rest, peil_issuer: issuer })
  const newer = { ...rest, peil_issuer: [...issuer, `ALTER TABLE mark ADD COLUMN note TEXT NOT NULL DEFAULT 'none'`] }
  expect(await migratePostgres(empty, newer)).toEqual({ stores: { peil_issuer: 2, peil_collector: 0, peil_released: 0 } })
  await migratePostgres(empty, newer)
  await expect(migratePostgres(empty, { ...rest, peil_issuer: issuer })).rejects.toThrow(
    'peil_issuer has version 2, made by a newer Peil; this one knows 1',
  )
})

test('the command makes everything on an empty database, says which versions, and may be given again', async () => {
  const empty = await emptyDatabase()
  for (let times = 0; times < 2; times += 1) {
    const outcome = await runCommand(migrate, [], { PEIL_DATA: folder, DATABASE_URL: empty })
    expect(outcome).toMatchObject({
      kind: 'done',
      print: { stores: { peil_issuer: schemas.issuer.length, peil_collector: 1, peil_released: 1 } },
    })
  }
})

test('a server whose database is away says so in one line, without the password, and ends', () => {
  const env = {
    PATH: process.env['PATH'],
    PEIL_DATA: folder,
    PEIL_DEMO: '0',
    LOG_LEVEL: 'error',
    PORT: '1',
    DATABASE_URL: 'postgres://peil:geheim@localhost:1/peil',
  }
  const { status, stderr } = spawnSync(process.execPath, ['src/server/main.ts'], { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^Peil cannot run: the database cannot be reached: .*ECONNREFUSED.*\n$/)
  expect(stderr).not.toContain('geheim')
})

test('a database that is not there is named as the reason', async () => {
  const opened = openStores(folder, 'postgres://localhost:1/peil')
  await expect(opened.issuer.all('SELECT 1 AS n')).rejects.toThrow('ECONNREFUSED')
  await opened.close()
})
