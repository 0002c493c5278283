import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { padContribution } from '../../../src/protocol/contribution.ts'
import type { Round } from '../../../src/protocol/round.ts'
import {
  call,
  contributionOf,
  issueMessage,
  joinUnit,
  newVersion,
  prepareJoining,
  problemOf,
  readRound,
} from '../../support/contributor.ts'
import { type TestServer, startServer } from '../../support/server.ts'

let server: TestServer
let round: Round
let codes: readonly string[]

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 9 } }])
  codes = opened.units[0]?.codes ?? []
  round = await readRound(server.app, opened.round)
})
afterAll(() => server.remove())

describe('a message of the right form with odd bytes', () => {
  const post = (payload: string | Buffer) =>
    server.app.inject({ method: 'POST', url: '/api/v1/contributions', headers: { 'content-type': 'application/json' }, payload })
  const people = async () => (await server.stores.collector.all('SELECT n FROM head')).map(({ n }) => n)
  let message: ReturnType<typeof contributionOf>
  beforeAll(async () => {
    message = contributionOf(await joinUnit(server.app, round, 'bekken', codes[0] ?? ''), newVersion('01234abc'))
  })
  const text = () => JSON.stringify(message)

  test.each<[string, () => string | Buffer]>([
    ['a prototype', () => text().replace('{', '{"__proto__":{"v":1},')],
    ['a prototype, written with escapes', () => text().replace('{', '{"\\u005f_proto__":{"v":1},')],
    ['a constructor', () => text().replace('{', '{"constructor":{"prototype":{"v":1}},')],
    ['a prototype inside', () => text().replace('}', ',"prev":{"__proto__":{},"tier":"-","values":"--------","r":"x"}}')],
    ['bytes that are no UTF-8', () => Buffer.concat([Buffer.from(text().slice(0, -1)), Buffer.from([0xc3, 0x28]), Buffer.from('}')])],
    ['an overlong slash', () => Buffer.from(text().replace('"-"', '"À¯"'), 'latin1')],
    ['half a character', () => text().replace('"tier":"-"', '"tier":"\\ud800"')],
    ['a NUL', () => text().replace('bekken', 'bekken\\u0000')],
    ['a number beyond all numbers', () => text().replace('"v":1', '"v":1e999')],
    ['a number that is nearly one', () => text().replace('"v":1', '"v":1.0000000001')],
    ['remarks', () => text().replace('{', '{/* */')],
    ['sixteen thousand brackets', () => '['.repeat(16_000)],
    ['eight thousand fields', () => `{${Array.from({ length: 1500 }, (_, at) => `"a${at}":1`).join()}}`],
  ])('%s is refused', async (_what, payload) => {
    expect(problemOf(await post(payload()))).toBe('400 malformed')
    expect(server.logged).toEqual([])
  })

  test('and the same field twice counts once, as it stands last', async () => {
    expect((await post(padContribution(message).replace('{', '{"values":"44444444",'))).statusCode).toBe(200)
    expect((await post(padContribution(message))).statusCode).toBe(200)
    expect(await people()).toEqual([1])
  })
})

test('numbers at the very edge of what can be signed are signed like all others, and tell nothing of a code without spending it', async () => {
  const n = BigInt(`0x${Buffer.from(round.units[0]?.n ?? '', 'base64url').toString('hex')}`)
  const bytes = (number: bigint) => Buffer.from(number.toString(16).padStart(512, '0'), 'hex').toString('base64url')
  const ask = (code: string | undefined, blinded: string) =>
    call(server.app, 'POST', '/issue', { v: 1, round: round.round, unit: 'bekken', code, blinded })
  for (const [at, number] of [0n, 1n, 2n, n - 1n].entries()) {
    expect((await ask(codes[at + 1], bytes(number))).statusCode).toBe(200)
    // Now it is spent, for whoever holds the slip as for whoever kept a copy.
    const rightful = await prepareJoining(round, 'bekken')
    expect(problemOf(await call(server.app, 'POST', '/issue', issueMessage(rightful, codes[at + 1] ?? '')))).toBe('409 code-spent')
  }
  for (const number of [n, n + 1n, 2n ** 2048n - 1n]) {
    // Whether the code is used, unused or none is not told.
    const answers = await Promise.all([codes[1], codes[7], '0000-0000-0000-0000-0'].map((code) => ask(code, bytes(number))))
    expect(answers.map(problemOf)).toEqual(['400 malformed', '400 malformed', '400 malformed'])
  }
  expect(server.logged).toEqual([])
})
