import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { padContribution } from '../../../src/protocol/contribution.ts'
import { contributionOf, joinUnit, newVersion, problemOf, readRound, send } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'
import { prepareServer } from '../../support/server-process.ts'

const people = 80
let server: TestServer
beforeEach(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
})
afterEach(() => server.remove())

async function tokensOf(count: number) {
  const closes = new Date(Date.now() + 30 * day).toISOString()
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: people } }], { closes })
  const round = await readRound(server.app, opened.round)
  return Promise.all((opened.units[0]?.codes ?? []).slice(0, count).map((code) => joinUnit(server.app, round, 'bekken', code)))
}

test('when a store can hold no more, it is said so, nothing is half there, and it goes on when there is room again', async () => {
  const tokens = await tokensOf(people)
  const { collector } = server.stores
  const [size] = await collector.all('PRAGMA page_count')
  await collector.all(`PRAGMA max_page_count = ${Number(size?.['page_count'])}`)
  const counted: string[] = []
  let refused: (typeof tokens)[number] | undefined
  for (const [at, token] of tokens.entries()) {
    const values = `${at % 5}1234-ab`
    const reply = await send(server.app, contributionOf(token, newVersion(values)))
    if (reply.statusCode !== 200) {
      expect([problemOf(reply), reply.headers['retry-after']]).toEqual(['507 storage-full', '60'])
      refused = token
      break
    }
    counted.push(values)
  }
  if (refused === undefined) throw new Error('there was room for all')
  expect(counted.length).toBeGreaterThan(5)
  expect(await countersIn(collector)).toEqual(sumsOf(counted))
  expect(await collector.all('SELECT COUNT(*) AS n FROM nullifier')).toEqual([expect.objectContaining({ n: counted.length })])
  expect(server.logged.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['error'])

  await collector.all('PRAGMA max_page_count = 1000000')
  expect((await send(server.app, contributionOf(refused, newVersion('01234abc')))).statusCode).toBe(200)
})

test('a server whose disk takes no more loses nothing that it has acknowledged', async () => {
  const tokens = await tokensOf(people)
  // Blocks of 512 bytes: no file may grow beyond what the collector has now, and some pages.
  const process = await prepareServer({ PEIL_DATA: server.folder }, ['sh', '-c', 'ulimit -f 64; exec "$@"', 'sh'])
  onTestFinished(process.remove)
  await process.start()
  const acknowledged: string[] = []
  const statuses = new Set<number>()
  for (const [at, token] of tokens.entries()) {
    const values = `${at % 5}1234-ab`
    const reply = await fetch(`${process.origin}/api/v1/contributions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: padContribution(contributionOf(token, newVersion(values))),
    })
    statuses.add(reply.status)
    if (reply.status === 200) acknowledged.push(values)
    else expect(reply.headers.get('content-type')).toContain('application/problem+json')
  }
  expect(await process.stop()).toBe(0)
  expect([...statuses]).toContain(503)
  expect([...statuses].filter((status) => ![200, 503, 507].includes(status))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(5)
  await server.restart()
  expect(await countersIn(server.stores.collector)).toEqual(sumsOf(acknowledged))
}, 60_000)
