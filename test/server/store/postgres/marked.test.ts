import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { padContribution } from '../../../../src/protocol/contribution.ts'
import { countInOne } from '../../../../src/server/collector/count-in-one.ts'
import { destroyCounts } from '../../../../src/server/collector/counts.ts'
import { rewriteCollector } from '../../../../src/server/collector/rewrite.ts'
import type { Database } from '../../../../src/server/store/database.ts'
import { leaveLogFile } from '../../../../src/server/store/rewrite.ts'
import { openStores } from '../../../../src/server/store/stores.ts'
import { contributionOf, finishJoining, issueMessage, newVersion, prepareJoining, readRound } from '../../../support/contributor.ts'
import { type Cluster, createCluster } from '../../../support/postgres-cluster.ts'
import { day, startServer } from '../../../support/server.ts'
import { freePort, prepareServer } from '../../../support/server-process.ts'

/** As docs/decisions/0009 asks for, with all that PostgreSQL logs of what comes and goes. */
const advised = ['wal_level=minimal', 'max_wal_senders=0', 'wal_recycle=off', 'wal_keep_size=0']
const talkative = ['log_connections=on', 'log_checkpoints=on', 'log_lock_waits=on', 'log_temp_files=0']

async function startCluster(settings: readonly string[]): Promise<Cluster> {
  const cluster = createCluster(settings)
  onTestFinished(cluster.remove)
  await cluster.start()
  return cluster
}

async function checkpoint(cluster: Cluster): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.urlOf('postgres') })
  await admin.connect()
  await admin.query('CHECKPOINT')
  await admin.end()
}

const pageSize = 8192
/** Most of the log is empty, or filled: looking for something there takes long. */
function withoutBlanks(content: Buffer): Buffer {
  const pages = Array.from({ length: Math.ceil(content.length / pageSize) }, (_, at) =>
    content.subarray(at * pageSize, (at + 1) * pageSize),
  )
  // After its head.
  const isBlank = (page: Buffer) => page.subarray(64).equals(Buffer.alloc(Math.max(page.length - 64, 0), page[64]))
  return Buffer.concat(pages.filter((page) => page.length < pageSize || !isBlank(page)))
}

/** Which of the markers stand in any file of the database server, by the part of it. */
function foundIn(cluster: Cluster, markers: readonly Buffer[]): Readonly<Record<'tables' | 'log', number>> {
  const files = readdirSync(cluster.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const count = (inLog: boolean): number => {
    const own = files.filter(({ parentPath }) => parentPath.includes('pg_wal') === inLog)
    const contents = own.map(({ parentPath, name }) => withoutBlanks(readFileSync(join(parentPath, name))))
    return markers.filter((marker) => contents.some((content) => content.includes(marker))).length
  }
  return { tables: count(false), log: count(true) }
}

async function bytesOf(store: Database, query: string): Promise<readonly Buffer[]> {
  const values = (await store.all(query)).flatMap((row) => Object.values(row))
  // Of a key some bytes from its middle: its head is that of every key.
  return values.map((value) => Buffer.from(value as Uint8Array)).map((value) => (value.length > 32 ? value.subarray(100, 164) : value))
}

test('no file, log or metric holds what was sent, ever, nor after the release what became of it', async () => {
  const cluster = await startCluster([...advised, ...talkative])
  const url = cluster.urlOf('postgres')
  const metricsPort = String(await freePort())
  const beside = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }], {}, (folder) => openStores(folder, url))
  const server = await prepareServer({ DATABASE_URL: url, LOG_LEVEL: 'debug', TRUST_PROXY: 'loopback', METRICS_PORT: metricsPort })
  onTestFinished(async () => {
    await server.remove()
    await beside.remove()
  })
  await server.start()
  const closes = new Date(Date.now() + 30 * day).toISOString()
  const opened = await beside.openRound([{ unit: 'bekken', headcount: { practice: 6 } }], { closes })
  const round = await readRound(beside.app, opened.round)

  const sent: string[] = []
  const mark = (text: string): string => {
    sent.push(text)
    return text
  }
  async function post(path: string, body: string, at: number): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      'user-agent': mark(`marker-agent/${at}`),
      'x-forwarded-for': mark(`198.51.100.${100 + at}`),
    }
    return fetch(`${server.origin}/api/v1${path}`, { method: 'POST', headers, body })
  }
  for (const [at, code] of (opened.units[0]?.codes ?? []).slice(0, 3).entries()) {
    const joining = await prepareJoining(round, 'bekken')
    mark(code.replaceAll('-', '').slice(0, 16))
    const { t, s, ...place } = await finishJoining(joining, await post('/issue', JSON.stringify(issueMessage(joining, mark(code))), at))
    const first = newVersion('01234ab-')
    const next = newVersion('43210cd-')
    for (const secret of [t, s, first.r, next.r, first.values, next.values]) mark(secret)
    const messages = [contributionOf({ ...place, t, s }, first), contributionOf({ ...place, t, s }, next, first)]
    for (const message of messages) expect((await post('/contributions', padContribution(message), at)).status).toBe(200)
    // What is refused leaves nothing either.
    expect((await post('/contributions', padContribution(contributionOf({ ...place, t, s }, first)), at)).status).toBe(409)
  }
  const { issuer, collector } = beside.stores
  const made = [
    ...(await bytesOf(collector, 'SELECT nullifier, commitment FROM nullifier')),
    ...(await bytesOf(issuer, 'SELECT code_hash, blinded_hash FROM code WHERE blinded_hash IS NOT NULL')),
    ...(await bytesOf(issuer, 'SELECT private_key FROM round_unit')),
  ]
  const secrets = sent.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'base64url')]).filter(({ length }) => length > 5)
  const said = async () =>
    [cluster.log(), server.output(), await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()].join('\n')

  await checkpoint(cluster)
  expect(foundIn(cluster, secrets)).toEqual({ tables: 0, log: 0 })
  expect(foundIn(cluster, made)).toEqual({ tables: made.length, log: made.length })
  const before = await said()
  expect(sent.filter((text) => before.includes(text))).toEqual([])

  await server.peil('round-close', opened.round)
  await checkpoint(cluster)
  expect(foundIn(cluster, [...secrets, ...made])).toEqual({ tables: 0, log: 0 })
  const after = await said()
  expect(after).toContain('checkpoint complete')
  expect(made.filter((bytes) => after.includes(bytes.toString('hex')))).toEqual([])
  expect(sent.filter((text) => after.includes(text))).toEqual([])
}, 180_000)

test.each([
  ['as PostgreSQL comes, old files of the log are kept to be written over, with what is in them', [], 20],
  ['as docs/decisions/0009 asks for, they are gone', advised, 0],
] as const)('%s', async (_what, settings, left) => {
  const cluster = await startCluster(settings)
  const stores = openStores(cluster.folder, cluster.urlOf('postgres'))
  const { collector } = stores
  const nullifiers = Array.from({ length: 20 }, () => randomBytes(32))
  for (const nullifier of nullifiers)
    await countInOne(collector, { round: 'r', unit: 'u', nullifier, commitment: nullifier, version: { tier: '-', values: '0' } })
  await collector.transaction((sql) => destroyCounts(sql, 'r'), 'by-row')
  // A checkpoint alone lets go of nothing: it is the file that is written to.
  await checkpoint(cluster)
  expect(foundIn(cluster, nullifiers).log).toBe(20)
  await rewriteCollector(collector)
  await leaveLogFile(collector)
  await stores.close()
  await checkpoint(cluster)
  expect(foundIn(cluster, nullifiers)).toEqual({ tables: 0, log: left })
})
