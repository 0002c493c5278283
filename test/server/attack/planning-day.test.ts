import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { formatCode } from '../../../src/protocol/code.ts'
import { padContribution } from '../../../src/protocol/contribution.ts'
import { countFailures, mostNetworks } from '../../../src/server/failures.ts'
import { contributionOf, finishJoining, issueMessage, newVersion, prepareJoining, readRound } from '../../support/contributor.ts'
import { type TestServer, startServer } from '../../support/server.ts'

const people = 200
let server: TestServer
afterEach(() => server.remove())

async function school(trustProxy: readonly string[] = [], heads = people) {
  server = await startServer([{ unit: 'fjord', name: 'Fjord skole', sector: 'skole' }], { trustProxy })
  const opened = await server.openRound([{ unit: 'fjord', headcount: { teacher: heads } }])
  const round = await readRound(server.app, opened.round)
  const address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const post = (path: string, body: object | string, headers: Record<string, string> = {}) =>
    fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const joining = await prepareJoining(round, 'fjord')
  const guess = async (forwarded?: string) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    const reply = await post('/issue', issueMessage(joining, formatCode('0'.repeat(16))), headers)
    return {
      status: reply.status,
      wait: Number(reply.headers.get('retry-after') ?? 0),
      type: ((await reply.json()) as { type: string }).type,
    }
  }
  return { round, codes: opened.units[0]?.codes ?? [], post, guess }
}

test('two hundred people join and contribute from one address within ten minutes, while somebody there guesses codes and tokens', async () => {
  const { round, codes, post, guess } = await school()
  const guessed: { status: number; wait: number; type: string }[] = []
  for (const [at, code] of codes.entries()) {
    const joining = await prepareJoining(round, 'fjord')
    const issued = await post('/issue', issueMessage(joining, code))
    expect([at, issued.status]).toEqual([at, 200])
    const body: unknown = await issued.json()
    const token = await finishJoining(joining, { json: () => body })
    const message = contributionOf(token, newVersion('01234abc'))
    const contributed = await post('/contributions', padContribution(message))
    expect([at, contributed.status]).toEqual([at, 200])
    if (at % 3 === 0) {
      const forged = await post('/contributions', padContribution({ ...message, t: randomBytes(32).toString('base64url') }))
      guessed.push(await guess(), { status: forged.status, wait: Number(forged.headers.get('retry-after') ?? 0), type: '' })
    }
    server.moveClock(600_000 / people - 10)
  }
  expect(guessed.length).toBeGreaterThan(100)
  expect(guessed.slice(0, 30).map(({ status }) => status)).toEqual(Array.from({ length: 15 }, () => [403, 401]).flat())
  for (const { status, wait } of guessed.slice(30)) expect([status, wait > 0 && wait <= 600]).toEqual([429, true])
  expect((await server.stores.collector.all('SELECT n FROM head')).map(({ n }) => n)).toEqual([people])
}, 120_000)

test('who says to come from elsewhere is not believed, unless a proxy that is trusted says so, and then only its word', async () => {
  const direct = await school([], 5)
  const statuses: number[] = []
  for (let at = 0; at < 31; at += 1) statuses.push((await direct.guess(`10.${at}.0.1`)).status)
  expect(statuses).toEqual([...Array<number>(30).fill(403), 429])
  await server.remove()

  const behind = await school(['127.0.0.1'], 5)
  // The proxy adds whom it sees; what the guesser wrote before that changes with every guess.
  for (let at = 0; at < 30; at += 1) expect((await behind.guess(`10.${at}.0.1, 127.0.0.1, 203.0.113.${at}`)).status).toBe(403)
  expect((await behind.guess('198.51.100.1, 203.0.113.99')).status).toBe(429)
  expect((await behind.guess('198.51.100.1')).status).toBe(403)
  for (const nonsense of ['not-an-address', ',,', '999.1.1.1', '::ffff:', '[::1]:80', 'a'.repeat(4000)])
    expect([nonsense, [403, 429].includes((await behind.guess(nonsense)).status)]).toEqual([nonsense, true])
})

test('a network of IPv6 is one guesser, whatever address it takes in it', async () => {
  const { guess } = await school(['127.0.0.1'], 5)
  for (let at = 0; at < 30; at += 1) expect((await guess(`2001:db8:7:${at.toString(16)}::${at + 1}`)).status).toBe(403)
  expect(await guess('2001:db8:7:ffff:1:2:3:4')).toMatchObject({ status: 429, type: 'urn:peil:too-many-requests' })
  expect((await guess('2001:db8:8::1')).status).toBe(403)
})

test('many networks take little room and little time: the ones that have been quiet longest are forgotten', async () => {
  await school([], 5)
  let now = 0
  const failures = countFailures(
    () => new Date(now),
    (length) => new Uint8Array(length),
  )
  const network = (at: number) => `2001:${(at >> 16).toString(16)}:${(at & 0xffff).toString(16)}::1`
  for (let times = 0; times < 30; times += 1) failures.count('192.0.2.1')
  expect(failures.count('192.0.2.1')).toBe(600)
  for (let at = 0; at < 3 * mostNetworks; at += 1) failures.count(network(at))
  expect(failures.networks()).toBe(mostNetworks)
  expect(failures.count('192.0.2.1')).toBeUndefined()
  now = 600_000
  failures.count(network(1))
  expect(failures.networks()).toBe(1)
})
