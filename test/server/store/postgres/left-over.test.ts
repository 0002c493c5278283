import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countInOne } from '../../../../src/server/collector/count-in-one.ts'
import { destroyCounts } from '../../../../src/server/collector/counts.ts'
import { rewriteCollector } from '../../../../src/server/collector/rewrite.ts'
import { makeCodes } from '../../../../src/server/issuer/codes.ts'
import { destroySecrets, rewriteSecrets } from '../../../../src/server/issuer/closing.ts'
import { leaveLogFile } from '../../../../src/server/store/rewrite.ts'
import { type Stores, openStores } from '../../../../src/server/store/stores.ts'
import { type Cluster, createCluster, findBinaries } from '../../../support/postgres-cluster.ts'

/** As docs/decisions/0009 asks for. */
const settings = ['wal_level=minimal', 'max_wal_senders=0', 'wal_recycle=off', 'wal_keep_size=0', 'autovacuum=off']
let cluster: Cluster
let stores: Stores
let folder: string
let admin: pg.Client
beforeAll(async () => {
  cluster = createCluster(settings)
  await cluster.start()
  folder = await mkdtemp(join(tmpdir(), 'peil-left-'))
  stores = openStores(folder, cluster.urlOf('postgres'))
  admin = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await stores.close()
  await cluster.remove()
  await rm(folder, { recursive: true })
})

function everyFileUnder(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Which of the markers stand in which part of the data directory. */
function foundIn(part: 'tables' | 'log', markers: readonly Uint8Array[]): number {
  const files = everyFileUnder(join(cluster.folder, 'data')).filter((path) => path.includes('/pg_wal/') === (part === 'log'))
  const contents = files.map((path) => readFileSync(path))
  return markers.filter((marker) => contents.some((content) => content.includes(Buffer.from(marker)))).length
}

const counting = (round: string, nullifier: Uint8Array) => ({
  round,
  unit: 'u',
  nullifier,
  commitment: nullifier,
  version: { tier: '-', values: '0123' },
})

test('after the release and a checkpoint neither tables nor the log hold anything of it', async () => {
  const { issuer, collector } = stores
  await issuer.all(`INSERT INTO municipality (id, name) VALUES ('m', 'Fjordvik')`)
  await issuer.all(
    `INSERT INTO round (round, municipality, closes, accept_until, participants_see_results, document, phase) VALUES ('r', 'm', '', '', 0, '{}', 'open')`,
  )
  const key = randomBytes(1200)
  await issuer.all(
    `INSERT INTO round_unit (municipality, unit, round, headcount, private_key, signed) VALUES ('m', 'u', 'r', 9, $1, 0)`,
    key,
  )
  await makeCodes(issuer, { municipality: 'm', round: 'r', unit: 'u' }, 9, randomBytes)
  const codes = (await issuer.all('SELECT code_hash FROM code')).map((row) => row['code_hash'] as Uint8Array)
  const gone = Array.from({ length: 20 }, () => randomBytes(32))
  const kept = Array.from({ length: 20 }, () => randomBytes(32))
  for (const [at, nullifier] of gone.entries()) {
    await countInOne(collector, counting('r', nullifier))
    await countInOne(collector, counting('other', kept[at] ?? nullifier))
  }
  // As PostgreSQL does by itself: it keeps samples of what it sees.
  await admin.query('ANALYZE')
  const markers = [...gone, ...codes, key.subarray(0, 64)]
  await admin.query('CHECKPOINT')
  expect([foundIn('tables', markers), foundIn('log', markers)]).toEqual([30, 30])

  // Somebody who reads for long, such as a backup, must not keep what is destroyed.
  const reader = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await reader.connect()
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
  await reader.query('SELECT COUNT(*) FROM peil_released.released')
  await collector.transaction((sql) => destroyCounts(sql, 'r'), 'by-row')
  await rewriteCollector(collector)
  await admin.query('CHECKPOINT')
  expect(foundIn('tables', gone)).toBe(0)
  await issuer.transaction((sql) => destroySecrets(sql, 'm', 'r'), 'by-row')
  await rewriteSecrets(issuer)
  await leaveLogFile(issuer)
  expect(foundIn('log', markers)).toBeGreaterThan(0)
  // PostgreSQL does it by itself, at the latest after checkpoint_timeout.
  await admin.query('CHECKPOINT')
  expect([foundIn('tables', markers), foundIn('log', markers)]).toEqual([0, 0])
  expect(foundIn('tables', kept)).toBe(20)
  await reader.query('COMMIT')
  await reader.end()
})

test('the log of a round that is open tells which values came together, and when', async () => {
  const place = async () => (await admin.query<{ place: string }>('SELECT pg_current_wal_flush_lsn() AS place')).rows[0]?.place ?? ''
  await admin.query('CHECKPOINT')
  const from = await place()
  await countInOne(stores.collector, counting('open', randomBytes(32)))
  const words = ['-p', join(cluster.folder, 'data/pg_wal'), '-s', from, '-e', await place()]
  const dump = spawnSync(join(findBinaries(), 'pg_waldump'), words, { encoding: 'utf8' })
  const shown = dump.stdout.split('\n')
  const last = shown.findLast((line) => line.includes('desc: COMMIT')) ?? ''
  const transaction = /tx:\s+(\d+)/.exec(last)?.[1] ?? '-'
  const inserted = shown.filter((line) => new RegExp(`rmgr: Heap .*tx:\\s+${transaction},.*desc: (INSERT|HOT_UPDATE|UPDATE)`).test(line))
  expect(last).toMatch(/COMMIT \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}/)
  // One nullifier, one head and four cells. Said in the decision, and why the collector's server keeps no archive and no replica.
  expect(inserted, shown.slice(-40).join('\n')).toHaveLength(6)
})
