import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { backup } from '../../../../src/server/cli/backup.ts'
import { init } from '../../../../src/server/cli/init.ts'
import { purge } from '../../../../src/server/cli/purge.ts'
import { restore } from '../../../../src/server/cli/restore.ts'
import { runCommand } from '../../../../src/server/cli/run-command.ts'
import { verify } from '../../../../src/server/cli/verify.ts'
import type { Command, Outcome } from '../../../../src/server/cli/command.ts'
import { enterDatabase } from '../../../../src/server/store/postgres-presence.ts'
import { incarnationOf } from '../../../../src/server/collector/intake.ts'
import { migrateStores, openCollector } from '../../../../src/server/store/stores.ts'
import { type Cluster, createCluster } from '../../../support/postgres-cluster.ts'

/** Of its own: roles belong to a whole cluster. */
let cluster: Cluster
let folder: string
let user: string
beforeAll(async () => {
  cluster = createCluster(['fsync=off'])
  await cluster.start()
  folder = await mkdtemp(join(tmpdir(), 'peil-guarded-'))
  await administer('postgres', 'CREATE ROLE peil_server LOGIN')
})
afterAll(async () => {
  await cluster.remove()
  await rm(folder, { recursive: true })
})

async function administer(database: string, ...commands: string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.urlOf(database) })
  await admin.connect()
  for (const command of commands) await admin.query(command)
  await admin.end()
}

/** A database as the guide has it: an administrator prepares it, and a user who may do nothing else works on it. */
async function preparedDatabase(name: string): Promise<Record<string, string>> {
  await administer('postgres', `CREATE DATABASE ${name}`)
  await migrateStores(cluster.urlOf(name), 'peil_server')
  const url = new URL(cluster.urlOf(name))
  url.username = 'peil_server'
  user = url.href
  return { DATABASE_URL: user, PEIL_DATA: folder }
}

const run = (command: Command, environment: Record<string, string>, ...typed: string[]): Promise<Outcome> =>
  runCommand(command, typed, environment)
const printed = (outcome: Outcome) => ('print' in outcome ? outcome.print : undefined) as { municipality: string; faults: object[] }

test('a user who may do nothing but work on the stores keeps, checks, purges and restores them', async () => {
  const [one, other] = [await preparedDatabase('one'), await preparedDatabase('other')]
  const { municipality } = printed(await run(init, one, '--municipality', 'Fjordvik'))
  expect(printed(await run(verify, one)).faults).toEqual([])
  expect(await run(purge, one)).toMatchObject({ kind: 'done', print: { removed: { links: 0, sessions: 0, audit: 0 } } })
  const kept = join(folder, 'kept')
  expect(await run(backup, one, kept)).toMatchObject({ kind: 'done', print: { backup: kept } })
  expect(await run(restore, one, kept)).toMatchObject({ kind: 'refused', message: expect.stringContaining('an empty place') as string })
  expect(await run(restore, other, kept)).toMatchObject({ kind: 'done', print: { restored: kept, into: 'DATABASE_URL', rounds: [] } })
  expect(printed(await run(verify, other)).faults).toEqual([])
  expect(await run(purge, one, '--municipality', municipality, '--confirm', municipality)).toMatchObject({ kind: 'done' })
  expect(await run(restore, one, kept)).toMatchObject({ kind: 'done' })
})

test('a database that is empty has no stores to keep or check', async () => {
  await administer('postgres', 'CREATE DATABASE bare')
  const bare = { DATABASE_URL: cluster.urlOf('bare'), PEIL_DATA: folder }
  expect(await run(verify, bare)).toMatchObject({ kind: 'refused', message: expect.stringContaining('no stores') as string })
  expect(await run(backup, bare, join(folder, 'bare'))).toMatchObject({ message: expect.stringContaining('no stores') as string })
  const half = [
    'CREATE SCHEMA peil_issuer AUTHORIZATION peil_issuer',
    'SET ROLE peil_issuer',
    'CREATE TABLE peil_issuer.store_version (version INTEGER)',
  ]
  await administer('bare', ...half)
  expect(printed(await run(verify, bare)).faults).toEqual([
    { store: 'collector', kind: 'missing' },
    { store: 'released', kind: 'missing' },
  ])
})

/** What is done, what is found, and how it is undone. */
test.each([
  [
    'privileges-wrong',
    'issuer',
    'GRANT USAGE ON SCHEMA peil_issuer TO peil_collector',
    'REVOKE USAGE ON SCHEMA peil_issuer FROM peil_collector',
  ],
  ['privileges-wrong', 'collector', 'GRANT SELECT ON peil_collector.cell TO PUBLIC', 'REVOKE SELECT ON peil_collector.cell FROM PUBLIC'],
  [
    'privileges-wrong',
    'issuer',
    'GRANT SELECT (code_hash) ON peil_issuer.code TO peil_server',
    'REVOKE SELECT (code_hash) ON peil_issuer.code FROM peil_server',
  ],
  ['privileges-wrong', 'collector', 'GRANT peil_issuer TO peil_collector', 'REVOKE peil_issuer FROM peil_collector'],
  ['privileges-wrong', 'issuer', 'ALTER ROLE peil_issuer LOGIN', 'ALTER ROLE peil_issuer NOLOGIN'],
  ['privileges-wrong', 'released', 'ALTER SCHEMA peil_released OWNER TO postgres', 'ALTER SCHEMA peil_released OWNER TO peil_released'],
  [
    'samples-kept',
    'issuer',
    'ALTER TABLE peil_issuer.code ALTER COLUMN code_hash SET STATISTICS 100',
    'ALTER TABLE peil_issuer.code ALTER COLUMN code_hash SET STATISTICS 0',
  ],
])('it is found (%s, %s): %s', async (kind, store, wrong, right) => {
  const place = { DATABASE_URL: cluster.urlOf('one'), PEIL_DATA: folder }
  await administer('one', wrong)
  const faults = printed(await run(verify, place)).faults
  await administer('one', right)
  expect(faults).toContainEqual(expect.objectContaining({ store, kind }))
  expect(printed(await run(verify, place)).faults).toEqual([])
})

test('a collector works as a user who is let into no other store', async () => {
  await administer('one', 'CREATE ROLE peil_counting LOGIN', 'GRANT peil_collector TO peil_counting')
  const url = new URL(cluster.urlOf('one'))
  url.username = 'peil_counting'
  const collector = openCollector(folder, url.href)
  onTestFinished(() => collector.close())
  expect(await incarnationOf(collector)).toMatch(/^[0-9a-f]{32}$/)
  await expect(collector.all('SELECT round FROM peil_issuer.round')).rejects.toThrow('permission denied')
  const counting = new pg.Client({ connectionString: url.href })
  await counting.connect()
  onTestFinished(() => counting.end())
  await expect(counting.query('SET ROLE peil_issuer')).rejects.toThrow('permission denied')
})

test('a server is known to be there again after the database was away', async () => {
  const place = await preparedDatabase('third')
  const server = await enterDatabase(user)
  onTestFinished(() => server?.leave())
  const kept = join(folder, 'kept')
  const refused = { kind: 'refused', message: 'A server runs on these stores: stop it first.' }
  expect(await run(restore, place, kept)).toEqual(refused)
  await cluster.stop()
  await cluster.start()
  // As soon as it is back it is there again; until then nothing would say so, and a restore would do its work.
  const held = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted`
  const admin = new pg.Client({ connectionString: cluster.urlOf('third') })
  await admin.connect()
  await vi.waitUntil(async () => (await admin.query(held)).rowCount !== 0, { timeout: 15_000 })
  await admin.end()
  expect(await run(restore, place, kept)).toEqual(refused)
  await server?.leave()
  expect(await run(restore, place, kept)).toMatchObject({ kind: 'done' })
})
