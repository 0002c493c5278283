import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { type Counting, countInOne } from '../../../../src/server/collector/count-in-one.ts'
import { stopIntake } from '../../../../src/server/collector/intake.ts'
import { rewriteCollector } from '../../../../src/server/collector/rewrite.ts'
import { closeRound } from '../../../../src/server/release/close-round.ts'
import { call, contributionOf, issueMessage, joinUnit, newVersion, prepareJoining, readRound, send } from '../../../support/contributor.ts'
import { countersIn, sumsOf } from '../../../support/counters.ts'
import { type TestServer, startServer } from '../../../support/server.ts'
import { databaseUrlFor, storesIn } from '../../../support/stores.ts'

let server: TestServer
let outside: pg.Client
beforeAll(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
  outside = new pg.Client({ connectionString: databaseUrlFor(server.folder) ?? '' })
  await outside.connect()
})
afterAll(async () => {
  await outside.end()
  await server.remove()
})

function counting(round: string, at: number): Counting {
  return { round, unit: 'u', nullifier: Buffer.alloc(32, at), commitment: Buffer.alloc(32, at), version: { tier: '-', values: '0-b' } }
}

/** Until another connection waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await outside.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)
    if ((rowCount ?? 0) > 0) return
  }
}

test('a contribution that meets the closing is either in the counters that are read or refused', async () => {
  const { collector } = server.stores
  await countInOne(collector, counting('r', 1))
  const stopped = Promise.withResolvers<undefined>()
  const go = Promise.withResolvers<undefined>()
  const stopping = collector.transaction(async (sql) => {
    await stopIntake(sql, 'r')
    stopped.resolve(undefined)
    await go.promise
  }, 'by-row')
  await stopped.promise
  const late = countInOne(collector, counting('r', 2))
  await untilSomebodyWaits()
  go.resolve(undefined)
  await stopping
  expect(await late).toEqual({ kind: 'stopped' })
  expect(await collector.all('SELECT n FROM head')).toEqual([{ n: 1 }])

  // The other way round: what has begun to count is waited for.
  await outside.query('BEGIN')
  await outside.query(`INSERT INTO peil_collector.nullifier SELECT intake, 'x', 'x' FROM peil_collector.intake WHERE round = 'r'`)
  let hasStopped = false
  const waiting = collector.transaction((sql) => stopIntake(sql, 'r'), 'by-row').then(() => (hasStopped = true))
  await untilSomebodyWaits()
  expect(hasStopped).toBe(false)
  await outside.query('COMMIT')
  await waiting
})

test('whoever counts while the tables are written anew is counted', async () => {
  const { collector } = server.stores
  const [before] = await outside.query<{ xmin: string }>('SELECT DISTINCT xmin::text FROM peil_collector.cell').then(({ rows }) => rows)
  const people = Array.from({ length: 60 }, (_, at) => at + 10)
  const counted = people.map((at) => countInOne(collector, counting('s', at)))
  await Promise.all([rewriteCollector(collector), rewriteCollector(collector)])
  const [held] = await collector.all('SELECT incarnation FROM collector')
  for (const each of await Promise.all(counted)) expect(each).toEqual({ kind: 'counted', incarnation: held?.['incarnation'] })
  await rewriteCollector(collector)
  expect(await collector.all(`SELECT n FROM head JOIN intake USING (intake) WHERE round = 's'`)).toEqual([{ n: 60 }])
  // Every row has the transaction of the rewriting: none tells what came together.
  const { rows } = await outside.query<{ xmin: string }>(
    'SELECT xmin::text FROM peil_collector.cell UNION SELECT xmin::text FROM peil_collector.nullifier',
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.xmin).not.toBe(before?.xmin)
  await collector.all('DELETE FROM head')
  await collector.all('DELETE FROM cell')
})

test('a transaction that relies on one view of the tables is waited for, and then they are written anew', async () => {
  const { collector } = server.stores
  await countInOne(collector, counting('v', 200))
  const inView = Promise.withResolvers<undefined>()
  const go = Promise.withResolvers<undefined>()
  const reading = collector.transaction(async (sql) => {
    await sql.all('SELECT round FROM intake')
    inView.resolve(undefined)
    await go.promise
    return sql.all(`SELECT count FROM cell JOIN intake USING (intake) WHERE round = 'v'`)
  })
  await inView.promise
  const rewriting = rewriteCollector(collector)
  await untilSomebodyWaits()
  go.resolve(undefined)
  expect(await reading).toEqual([{ count: 1 }, { count: 1 }])
  await rewriting
  await collector.all('DELETE FROM head')
  await collector.all('DELETE FROM cell')
})

test('of several devices with the same slip one gets a token, however often each asks', async () => {
  const opened = await server.openRound([{ unit: 'lia', headcount: { practice: 6 } }])
  const round = await readRound(server.app, opened.round)
  for (const code of opened.units[0]?.codes ?? []) {
    const devices = await Promise.all([1, 2, 3].map(() => prepareJoining(round, 'lia')))
    const asked = [...devices, ...devices].map((device) => call(server.app, 'POST', '/issue', issueMessage(device, code)))
    const replies = await Promise.all(asked)
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 200, 409, 409, 409, 409])
    expect(new Set(replies.filter((reply) => reply.statusCode === 200).map((reply) => reply.body)).size).toBe(1)
  }
  expect(await server.stores.issuer.all('SELECT signed FROM round_unit WHERE round = $1', opened.round)).toEqual([{ signed: 6 }])
})

test('several processes that close a round at once make one document', async () => {
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 9 } }])
  const round = await readRound(server.app, opened.round)
  const all = await Promise.all(
    (opened.units[0]?.codes ?? []).map(async (code, at) => {
      const values = `${at % 5}1234-ab`
      await send(server.app, contributionOf(await joinUnit(server.app, round, 'bekken', code), newVersion(values)))
      return values
    }),
  )
  expect(await countersIn(server.stores.collector)).toEqual(sumsOf(all))
  const processes = Array.from({ length: 4 }, () => storesIn(server.folder))
  const closed = await Promise.all(processes.map((stores) => closeRound({ stores, clock: server.clock }, opened.round, 'operator')))
  await Promise.all(processes.map((stores) => stores.close()))
  expect(closed.map((each) => each.ok && each.value.total.n)).toEqual([9, 9, 9, 9])
  expect(new Set(closed.map((each) => each.ok && each.value.sha256)).size).toBe(1)
  expect(await server.stores.issuer.all(`SELECT action FROM audit WHERE action = 'round-closed'`)).toHaveLength(1)
})

test('of many who send the same at once, with every change on its way too, each counts once', async () => {
  const { collector } = server.stores
  const first = { tier: '-', values: '0b-' }
  const second = { tier: '-', values: '1b-' }
  const of = (at: number) => ({ round: 't', unit: 'u', nullifier: Buffer.alloc(32, at) })
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => {
      const one: Counting = { ...of(at), version: first, commitment: Buffer.from('first') }
      const two: Counting = {
        ...of(at),
        version: second,
        commitment: Buffer.from('second'),
        replaced: { version: first, commitment: Buffer.from('first') },
      }
      return Promise.all([one, two, one, two, two].map((each) => countInOne(collector, each)))
    }),
  )
  expect(await countersIn(collector)).toEqual(sumsOf(Array.from({ length: 20 }, () => second.values)))
})
