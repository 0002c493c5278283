import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Contribution, padContribution } from '../../../src/protocol/contribution.ts'
import type { Round } from '../../../src/protocol/round.ts'
import { readCounts } from '../../../src/server/collector/counts.ts'
import { type Token, call, contributionOf, joinUnit, newVersion, problemOf, readRound, send } from '../../support/contributor.ts'
import { type TestServer, startServer } from '../../support/server.ts'

let server: TestServer
let round: Round
const unused = new Map<string, string[]>()

beforeAll(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'fjord', name: 'Fjord skole', sector: 'skole' },
  ])
  const opened = await server.openRound([
    { unit: 'bekken', headcount: { practice: 20 } },
    { unit: 'fjord', headcount: { practice: 8, teacher: 9 } },
  ])
  for (const { unit, codes } of opened.units) unused.set(unit, codes)
  round = await readRound(server.app, opened.round)
})
afterAll(() => server.remove())

const join = (unit = 'bekken'): Promise<Token> => joinUnit(server.app, round, unit, unused.get(unit)?.pop() ?? '')

/** What the collector holds of a unit: people, and how many on each value of a dimension. */
async function counted(unit = 'bekken', dimension = 0) {
  const countsOf = await server.stores.collector.transaction((sql) => readCounts(sql, round))
  const found = round.units.find((each) => each.unit === unit)
  return (found === undefined ? [] : countsOf(found)).map(({ tier, n, dimensions }) => ({
    tier,
    n,
    atOrAbove: dimensions[dimension]?.atOrAbove,
    below: dimensions[dimension]?.below,
  }))
}

async function expectUnchanged(doing: () => Promise<unknown>): Promise<void> {
  const before = await server.stores.collector.all('SELECT * FROM cell')
  await doing()
  expect(await server.stores.collector.all('SELECT * FROM cell')).toEqual(before)
}

test('a contribution counts once, however often it is sent', async () => {
  const message = contributionOf(await join(), newVersion('3b4-a012'))
  const first = await send(server.app, message)
  expect(first.statusCode).toBe(200)
  await expectUnchanged(async () => {
    const again = await Promise.all([send(server.app, message), send(server.app, message)])
    expect(again.map((reply) => reply.body)).toEqual([first.body, first.body])
  })
  expect((await call(server.app, 'GET', '/collector')).body).toBe(first.body)
  expect(await counted('bekken', 1)).toEqual([{ tier: '-', n: 1, atOrAbove: [0, 0, 0, 0, 0], below: [0, 1, 0, 0, 0] }])
  expect(await counted('bekken', 3)).toEqual([{ tier: '-', n: 1, atOrAbove: [0, 0, 0, 0, 0], below: [0, 0, 0, 0, 0] }])
})

test('something else with the same token is refused unless it says what it replaces', async () => {
  const token = await join()
  const first = newVersion('00000000')
  await send(server.app, contributionOf(token, first))
  await expectUnchanged(async () => {
    expect(problemOf(await send(server.app, contributionOf(token, newVersion('44444444'))))).toBe('409 conflict')
    expect(problemOf(await send(server.app, contributionOf(token, newVersion('44444444'), newVersion('00000000'))))).toBe('409 conflict')
    expect(problemOf(await send(server.app, contributionOf(token, newVersion('44444444'), { ...first, values: '00000001' })))).toBe(
      '409 conflict',
    )
  })
})

test('a new version takes the place of the old one, a withdrawal counts nowhere, and a person may come back', async () => {
  const before = await counted()
  const [people = { n: 0, atOrAbove: [] }] = before
  const token = await join()
  const first = newVersion('4-------')
  const second = newVersion('2-------')
  const withdrawn = newVersion('--------')
  const third = newVersion('1-------')

  await send(server.app, contributionOf(token, first))
  const change = contributionOf(token, second, first)
  expect((await send(server.app, change)).statusCode).toBe(200)
  expect((await send(server.app, change)).statusCode).toBe(200)
  const added = people.atOrAbove?.map((count, step) => count + (step === 2 ? 1 : 0))
  expect(await counted()).toEqual([{ ...people, n: people.n + 1, atOrAbove: added }])

  expect((await send(server.app, contributionOf(token, withdrawn, second))).statusCode).toBe(200)
  expect(await counted()).toEqual(before)
  expect((await send(server.app, contributionOf(token, third, withdrawn))).statusCode).toBe(200)
  expect((await counted())[0]?.n).toBe(people.n + 1)
})

test('a withdrawal that comes first is remembered and counts nowhere', async () => {
  const before = await counted()
  const token = await join()
  expect((await send(server.app, contributionOf(token, newVersion('--------'), newVersion('33333333')))).statusCode).toBe(200)
  expect(await counted()).toEqual(before)
  expect(problemOf(await send(server.app, contributionOf(token, newVersion('33333333'))))).toBe('409 conflict')
})

test('a token works for the round and unit it was signed for, and no other', async () => {
  const token = await join()
  const message = contributionOf(token, newVersion('33333333'))
  const wrong: Contribution[] = [
    { ...message, unit: 'fjord', tier: '0' },
    { ...message, unit: 'nowhere' },
    { ...message, round: 'A'.repeat(22) },
    { ...message, t: randomBytes(32).toString('base64url') },
    { ...message, s: randomBytes(256).toString('base64url') },
  ]
  await expectUnchanged(async () => {
    for (const each of wrong) expect(problemOf(await send(server.app, each))).toBe('401 token-invalid')
  })
})

test('a message that does not fit the round is malformed, before its token is looked at', async () => {
  const token = await join()
  const ok = newVersion('33333333')
  const fjord = await join('fjord')
  const wrong: Contribution[] = [
    contributionOf(token, newVersion('3333333')),
    contributionOf(token, newVersion('333333333')),
    contributionOf(token, newVersion('3333333f')),
    contributionOf(token, newVersion('33333333', '0')),
    contributionOf(token, newVersion('--------')),
    contributionOf(token, ok, newVersion('333')),
    contributionOf(fjord, newVersion('33333333')),
    contributionOf(fjord, newVersion('33333333', '2')),
    contributionOf(fjord, newVersion('--------', '1')),
    { ...contributionOf(token, ok), r: 'AAAA' },
    Object.assign(contributionOf(token, ok), { note: 'more' }),
  ]
  await expectUnchanged(async () => {
    for (const each of wrong) expect(problemOf(await send(server.app, each))).toBe('400 malformed')
  })
  expect((await send(server.app, contributionOf(token, ok))).statusCode).toBe(200)
})

test('where tiers are sent, each is counted by itself', async () => {
  await send(server.app, contributionOf(await join('fjord'), newVersion('00000000', '0')))
  await send(server.app, contributionOf(await join('fjord'), newVersion('c0000000', '1')))
  expect(await counted('fjord')).toEqual([
    { tier: 'practice', n: 1, atOrAbove: [1, 0, 0, 0, 0], below: [0, 0, 0, 0, 0] },
    { tier: 'teacher', n: 1, atOrAbove: [0, 0, 0, 0, 0], below: [0, 0, 1, 0, 0] },
  ])
})

test('every body has the length of the padding, and one without it counts too', async () => {
  const token = await join()
  const version = newVersion('33333333')
  const message = contributionOf(token, version, newVersion('01234abc'))
  expect(padContribution(message)).toHaveLength(1024)
  expect(padContribution(contributionOf(token, version))).toHaveLength(1024)
  expect((await call(server.app, 'POST', '/contributions', message)).statusCode).toBe(200)
})

test('a device may contribute from another origin, and needs no origin at all', async () => {
  const message = padContribution(contributionOf(await join(), newVersion('33333333')))
  const reply = await call(server.app, 'POST', '/contributions', message, { headers: { origin: 'https://elsewhere.example' } })
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['access-control-allow-origin']).toBeUndefined()
})

test('the incarnation stays with the file', async () => {
  const before = (await call(server.app, 'GET', '/collector')).body
  await server.restart()
  expect((await call(server.app, 'GET', '/collector')).body).toBe(before)
})
