import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Contribution } from '../../../src/protocol/contribution.ts'
import type { Round } from '../../../src/protocol/round.ts'
import { stopIntake } from '../../../src/server/collector/intake.ts'
import { OutOfReach } from '../../../src/server/out-of-reach.ts'
import { purgeMunicipality } from '../../../src/server/retention/purge.ts'
import { type Token, contributionOf, joinUnit, newVersion, problemOf, readRound, send } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { type TestServer, startServer } from '../../support/server.ts'
import { type Watched, watchStores } from '../../support/watched-stores.ts'

const people = 24
let watched: Watched
let server: TestServer
let round: Round
let codes: string[]

beforeEach(async () => {
  watched = watchStores()
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }], {}, watched.open)
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: people } }])
  round = await readRound(server.app, opened.round)
  codes = opened.units[0]?.codes ?? []
})
afterEach(() => server.remove())

const join = (many: number): Promise<Token[]> =>
  Promise.all(codes.splice(0, many).map((code) => joinUnit(server.app, round, 'bekken', code)))
const first = (token: Token, values: string): Contribution => contributionOf(token, newVersion(values))
/** All in the same moment; what each was answered. */
async function sendAtOnce(messages: readonly Contribution[]): Promise<readonly string[]> {
  const replies = await Promise.all(messages.map((message) => send(server.app, message)))
  return replies.map((reply) => (reply.statusCode === 200 ? '200' : problemOf(reply)))
}
const counters = () => countersIn(server.stores.collector)
const nullifiers = async () => (await server.stores.collector.all('SELECT nullifier FROM nullifier')).length
/** So that the round is known, as it is all day. */
async function begin(): Promise<void> {
  expect(await sendAtOnce((await join(1)).map((token) => first(token, '0-------')))).toEqual(['200'])
}

test('what was read of a round to be joined is not read once more to contribute, only whether it goes on', async () => {
  const [token] = (await join(1)) as [Token]
  watched.asked()
  expect(await sendAtOnce([first(token, '01234abc')])).toEqual(['200'])
  expect(watched.asked().issuer).toBe(1)
})

test('those who come at once share what the store is asked, and each is answered as if alone', async () => {
  await begin()
  const many = (await join(12)).map((token, at) => first(token, `${at % 5}1234-ab`))
  watched.asked()
  expect(await sendAtOnce(many)).toEqual(many.map(() => '200'))
  expect(watched.asked().collector).toBeLessThan(many.length / 2)
  expect(await counters()).toEqual(sumsOf(['0-------', ...many.map(({ values }) => values)]))
})

test('one that is refused, doubled, changed or withdrawn in the midst of others changes nothing for them', async () => {
  await begin()
  const [known, changing, leaving] = (await join(3)).map((token) => ({ token, version: newVersion('44444444') })) as [Known, Known, Known]
  type Known = { readonly token: Token; readonly version: ReturnType<typeof newVersion> }
  await sendAtOnce([known, changing, leaving].map(({ token, version }) => contributionOf(token, version)))
  const [one, two, twice, made] = (await join(4)) as [Token, Token, Token, Token]
  const doubled = first(twice, '22222222')
  const messages: readonly (readonly [Contribution, string])[] = [
    [first(one, '01234abc'), '200'],
    [first(known.token, '33333333'), '409 conflict'],
    [doubled, '200'],
    [{ ...first(made, '11111111'), s: randomBytes(256).toString('base64url') }, '401 token-invalid'],
    [contributionOf(known.token, known.version), '200'],
    [first(made, '1'), '400 malformed'],
    [doubled, '200'],
    [contributionOf(changing.token, newVersion('aaaaaaaa'), changing.version), '200'],
    [{ ...first(made, '11111111'), unit: 'nowhere' }, '401 token-invalid'],
    [first(twice, '11111111'), '409 conflict'],
    [contributionOf(leaving.token, newVersion('--------'), leaving.version), '200'],
    [first(two, 'c210----'), '200'],
  ]
  expect(await sendAtOnce(messages.map(([message]) => message))).toEqual(messages.map(([, answer]) => answer))
  const last = ['0-------', '44444444', 'aaaaaaaa', '--------', '01234abc', '22222222', 'c210----']
  expect(await counters()).toEqual(sumsOf(last))
  expect(await nullifiers()).toBe(last.length)
})

test('when their commit fails nobody is told that it was counted, and sent again it counts once', async () => {
  await begin()
  const many = (await join(8)).map((token) => first(token, '01234abc'))
  watched.failWith(new OutOfReach('the disk is away'))
  expect(await sendAtOnce(many)).toEqual(many.map(() => '503 unavailable'))
  watched.failWith(undefined)
  expect(await sendAtOnce(many)).toEqual(many.map(() => '200'))
  expect(await counters()).toEqual(sumsOf(['0-------', ...many.map(({ values }) => values)]))
})

test('who waits while the round is stopped is told that it is over, and is not counted', async () => {
  await begin()
  const hasBegun = Promise.withResolvers<undefined>()
  const go = Promise.withResolvers<undefined>()
  const stopping = server.stores.collector.transaction(async (sql) => {
    hasBegun.resolve(undefined)
    await stopIntake(sql, round.round)
    await go.promise
  }, 'by-row')
  await hasBegun.promise
  const waiting = sendAtOnce((await join(8)).map((token) => first(token, '01234abc')))
  go.resolve(undefined)
  await stopping
  expect(new Set(await waiting)).toEqual(new Set(['410 round-closed']))
  expect(await counters()).toEqual(sumsOf(['0-------']))
})

test('the issuer is not asked about a contribution that is simply counted, and is about one that is not', async () => {
  await begin()
  const many = (await join(8)).map((token) => first(token, '01234abc'))
  const alone = (await join(2)).map((token) => first(token, '2-------'))
  const [token] = (await join(1)) as [Token]
  watched.asked()
  await sendAtOnce([...many, ...many])
  for (const message of alone) await send(server.app, message)
  expect(watched.asked().issuer).toBe(0)
  await send(server.app, { ...first(token, '2-------'), s: randomBytes(256).toString('base64url') })
  expect(watched.asked().issuer).toBeGreaterThan(0)
})

/** A valid one, and two that are not, when the round is over. */
async function lateOnes(): Promise<readonly Contribution[]> {
  const [token] = (await join(1)) as [Token]
  const late = first(token, '01234abc')
  return [late, { ...late, s: randomBytes(256).toString('base64url') }, { ...late, values: '0' }]
}

test('a round that is known is refused from its release on, whatever the token', async () => {
  await begin()
  const late = await lateOnes()
  await server.closeRound(round.round)
  expect(await sendAtOnce(late)).toEqual(['410 round-closed', '410 round-closed', '400 malformed'])
})

test('a round that is known is never counted again after its municipality was removed', async () => {
  await begin()
  const late = await lateOnes()
  await server.closeRound(round.round)
  // Nobody has contributed meanwhile, from whom it would be known that the round is over.
  expect(await purgeMunicipality(server.stores, server.municipality)).toMatchObject({ ok: true })
  expect(await sendAtOnce(late)).toEqual(['401 token-invalid', '401 token-invalid', '401 token-invalid'])
  for (const table of ['intake', 'nullifier', 'head', 'cell'])
    expect(await server.stores.collector.all(`SELECT 1 FROM ${table}`)).toEqual([])
})

test('a round that is known goes on being counted when the collector has lost all it had', async () => {
  await begin()
  const { collector } = server.stores
  for (const table of ['cell', 'head', 'nullifier', 'intake']) await collector.all(`DELETE FROM ${table}`)
  const many = (await join(3)).map((token) => first(token, '01234abc'))
  expect(await sendAtOnce(many)).toEqual(many.map(() => '200'))
  expect(await counters()).toEqual(sumsOf(many.map(({ values }) => values)))
})
