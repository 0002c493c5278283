import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Counting, countInOne } from '../../../../src/server/collector/count-in-one.ts'
import { countingIn } from '../../../../src/server/collector/count-once.ts'
import { countTogether } from '../../../../src/server/collector/count-together.ts'
import { intakeOf, stopIntake } from '../../../../src/server/collector/intake.ts'
import type { Database } from '../../../../src/server/store/database.ts'
import { countersByTier, sumsByTier } from '../../../support/counters.ts'
import { type TestServer, startServer } from '../../../support/server.ts'
import { databaseUrlFor } from '../../../support/stores.ts'

let server: TestServer
let collector: Database
let outside: pg.Client
beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  collector = server.stores.collector
  outside = new pg.Client({ connectionString: databaseUrlFor(server.folder) ?? '' })
  await outside.connect()
})
afterAll(async () => {
  await outside.end()
  await server.remove()
})

type Version = Counting['version']
function someone(round: string, unit: string, version: Version): Counting {
  return { round, unit, nullifier: randomBytes(32), commitment: randomBytes(32), version }
}
const all = (text: string, ...values: string[]) => collector.all(text, ...values)
const peopleIn = async (round: string) =>
  (await all('SELECT unit, tier, n FROM head JOIN intake USING (intake) WHERE round = $1 ORDER BY unit, tier', round)).map(
    ({ unit, tier, n }) => `${String(unit)} ${String(tier)} ${String(n)}`,
  )

/** Until so many connections wait for a lock. */
async function untilWaiting(many: number): Promise<void> {
  for (;;) {
    const { rowCount } = await outside.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)
    if ((rowCount ?? 0) >= many) return
  }
}

test('one statement counts people of several units, tiers and rounds, whatever the units are called', async () => {
  const group = [
    someone('one', 'NULL', { tier: '0', values: '0-b' }),
    someone('one', 'null', { tier: '-', values: '01b' }),
    someone('two', 'NULL', { tier: '0', values: '0-b' }),
    someone('one', 'NULL', { tier: '0', values: '4-b' }),
    someone('one', 'NULL', { tier: '1', values: '0--' }),
    someone('three', 'NULL', { tier: '0', values: '0-b' }),
  ]
  for (const round of ['one', 'two']) await intakeOf(collector, round)
  const outcomes = await countTogether(collector, group)
  expect(outcomes.map((each) => each?.kind)).toEqual(['counted', 'counted', 'counted', 'counted', 'counted', undefined])
  const [held] = await all('SELECT incarnation FROM collector')
  expect(outcomes[0]?.incarnation).toBe(held?.['incarnation'])
  expect([await peopleIn('one'), await peopleIn('two'), await peopleIn('three')]).toEqual([
    ['NULL 0 2', 'NULL 1 1', 'null - 1'],
    ['NULL 0 1'],
    [],
  ])
  const cells = await all(
    `SELECT tier, dimension, value, count FROM cell JOIN intake USING (intake) WHERE round = 'one' AND unit = 'NULL' ORDER BY tier, dimension, value`,
  )
  expect(cells.map(({ tier, dimension, value, count }) => [tier, dimension, value, count].join(' '))).toEqual([
    '0 0 0 1',
    '0 0 4 1',
    '0 2 b 2',
    '1 0 0 1',
  ])
  // Once more: all of them are there.
  expect(await countTogether(collector, group)).toEqual(group.map(() => undefined))
  expect(await peopleIn('one')).toEqual(['NULL 0 2', 'NULL 1 1', 'null - 1'])
  for (const table of ['cell', 'head', 'nullifier', 'intake']) await all(`DELETE FROM ${table}`)
})

test('a group that meets the closing is either in the counters that are read or refused, all of it', async () => {
  const versions = ['0-b', '1-b', '2-b'].map((values) => ({ tier: '-', values }))
  const count = countingIn(collector)
  const group = () => Promise.all(versions.map((version) => count(someone('r', 'u', version), 'begin')))
  await group()
  const stopped = Promise.withResolvers<undefined>()
  const go = Promise.withResolvers<undefined>()
  const stopping = collector.transaction(async (sql) => {
    await stopIntake(sql, 'r')
    stopped.resolve(undefined)
    await go.promise
  }, 'by-row')
  await stopped.promise
  const late = group()
  await untilWaiting(1)
  go.resolve(undefined)
  await stopping
  expect((await late).map(({ kind }) => kind)).toEqual(['stopped', 'stopped', 'stopped'])
  expect(await countersByTier(collector)).toEqual(sumsByTier(versions))
  for (const table of ['cell', 'head', 'nullifier', 'intake']) await all(`DELETE FROM ${table}`)
})

const deadlocks = async () => {
  // What a connection has seen is told when it has had nothing to do for a while, or now.
  await all('SELECT pg_stat_force_next_flush()')
  const { rows } = await outside.query<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()')
  return rows[0]?.deadlocks
}

test('groups that take the same people, and other people of the same units, in opposite orders never lock each other out', async () => {
  await intakeOf(collector, 'o')
  const version = { tier: '-', values: '0b-a' }
  const crowd = () => Array.from({ length: 60 }, (_, at) => someone('o', `u${at}`, version))
  for (let times = 0; times < 10; times += 1) {
    const [some, others] = [crowd(), crowd()]
    const groups = [some, some.toReversed(), others, others.toReversed(), some, others.toReversed()]
    const counted = await Promise.all(groups.map((group) => countTogether(collector, group)))
    expect(counted.flat().filter((each) => each !== undefined)).toHaveLength(120)
  }
  // Both are under way when somebody else holds a counter in the midst of those they take.
  for (const table of ['head', 'cell']) {
    await outside.query('BEGIN')
    await outside.query(`UPDATE peil_collector.${table} SET intake = intake WHERE unit = 'u30'`)
    const groups = [crowd(), crowd().toReversed()].map((group) => countTogether(collector, group))
    await untilWaiting(2)
    await outside.query('ROLLBACK')
    await Promise.all(groups)
  }
  expect(new Set((await peopleIn('o')).map((each) => each.split(' ')[2]))).toEqual(new Set(['24']))
  expect(await deadlocks()).toBe('0')
  for (const table of ['cell', 'head', 'nullifier', 'intake']) await all(`DELETE FROM ${table}`)
})

test('groups of several servers that meet in the same units, with copies and changes among them, count each once and never lock each other out', async () => {
  const servers = Array.from({ length: 4 }, () => countingIn(collector))
  const first = { tier: '-', values: '0b-a' }
  const second = { tier: '-', values: '1b-4' }
  const crowd = Array.from({ length: 120 }, (_, at) => someone('s', `u${at % 3}`, first))
  const change = (one: Counting): Counting => ({
    ...one,
    version: second,
    commitment: Buffer.from('second'),
    replaced: { version: first, commitment: one.commitment },
  })
  // Each server meets them in another order.
  const orders = servers.map((_, at) => [...crowd.slice(at * 30), ...crowd.slice(0, at * 30)])
  const outcomes = await Promise.all(
    servers.flatMap((count, at) => (orders[at] ?? []).flatMap((one) => [count(one, 'begin'), count(change(one), 'begin')])),
  )
  expect(outcomes.filter(({ kind }) => kind === 'stopped' || kind === 'strange')).toEqual([])
  expect(await peopleIn('s')).toEqual(['u0 - 40', 'u1 - 40', 'u2 - 40'])
  const values = await all('SELECT dimension, value, SUM(count)::int AS n FROM cell GROUP BY dimension, value HAVING SUM(count) <> 0')
  expect(new Map(values.map(({ dimension, value, n }) => [`${String(dimension)} ${String(value)}`, n]))).toEqual(
    new Map([
      ['0 1', 120],
      ['1 b', 120],
      ['3 4', 120],
    ]),
  )
  expect(await all('SELECT COUNT(*) AS n FROM nullifier')).toEqual([{ n: 120 }])
  expect(await deadlocks()).toBe('0')
  expect(await countInOne(collector, change(crowd[0] as Counting))).toEqual({ kind: 'known' })
})
