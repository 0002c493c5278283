import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { padContribution } from '../../../src/protocol/contribution.ts'
import { type Token, contributionOf, newVersion } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { type Joined, joinedBy } from '../../support/joined.ts'
import type { ServerProcess } from '../../support/server-process.ts'

const people = 24

async function withPeople(): Promise<Joined> {
  const joined = await joinedBy(people)
  await joined.server.start()
  return joined
}

function requestOf(token: Token, values: string): string {
  return padContribution(contributionOf(token, newVersion(values)))
}

function open(server: ServerProcess): Socket {
  return connect(Number(new URL(server.origin).port), 'localhost')
}

const head = (body: string) =>
  [
    'POST /api/v1/contributions HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    '',
    '',
  ].join('\r\n')

test('what is under way when the server is asked to stop gets its answer, and all that was answered is in the store', async () => {
  const { beside, server, tokens } = await withPeople()
  const values = tokens.map((_, at) => `${at % 5}1234-ab`)
  const answered: string[] = []
  let replies = 0
  const all = tokens.map(async (token, at) => {
    const [body, own] = [requestOf(token, values[at] ?? ''), values[at] ?? '']
    const reply = await fetch(`${server.origin}/api/v1/contributions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => undefined)
    if (reply?.status === 200) answered.push(own)
    else if (reply !== undefined) expect([reply.status, reply.headers.get('connection')]).toEqual([503, 'close'])
    replies += 1
    if (replies === 5) server.signal('SIGTERM')
  })
  await Promise.all(all)
  expect(await server.ended()).toBe(0)
  expect(answered.length).toBeGreaterThanOrEqual(5)
  const counted = await countersIn(beside.stores.collector)
  // A reply may be lost, a counted contribution may not.
  expect(counted.get('people')).toBeGreaterThanOrEqual(answered.length)
  for (const [cell, sum] of sumsOf(answered)) expect(counted.get(cell)).toBeGreaterThanOrEqual(sum)
}, 40_000)

test('a contribution of which half has arrived is taken, a new one on an open connection is sent away', async () => {
  const { beside, server, tokens } = await withPeople()
  const [first] = tokens
  if (first === undefined) throw new Error('no tokens')
  const [half, waiting] = [open(server), open(server)]
  const body = requestOf(first, '01234-ab')
  half.write(head(body) + body.slice(0, 400))
  // Its first request is answered, so that the connection is known to the server; the second has begun when the server stops.
  waiting.write('GET /ready HTTP/1.1\r\nHost: localhost\r\n\r\nGET /health HTTP/1.1\r\n')
  const [ready] = (await once(waiting, 'data')) as [Buffer]
  expect(ready.toString()).toContain('200 OK')

  server.signal('SIGTERM')
  await server.printed((output) => /"message":"stopping"/.exec(output)?.[0])
  waiting.write(`Host: localhost\r\n\r\n`)
  half.write(body.slice(400))
  const [answer, refused] = await Promise.all([text(half), text(waiting)])
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK[^]*connection: close/i)
  expect(refused).toMatch(/^HTTP\/1\.1 503 [^]*connection: close[^]*"urn:peil:unavailable"/i)
  expect(await server.ended()).toBe(0)
  expect((await countersIn(beside.stores.collector)).get('people')).toBe(1)
}, 40_000)

test('a request that never ends holds the server up for a while only, and a second signal ends it at once', async () => {
  const { server } = await withPeople()
  const stuck = open(server)
  stuck.on('error', () => undefined)
  stuck.write('POST /api/v1/contributions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1024\r\n\r\n{')
  await fetch(`${server.origin}/health`)
  const asked = performance.now()
  server.signal('SIGTERM')
  await server.printed((output) => /"message":"stopping"/.exec(output)?.[0])
  expect(await server.ended()).toBe(0)
  expect(performance.now() - asked).toBeLessThan(20_000)

  await server.start()
  const again = open(server)
  again.on('error', () => undefined)
  again.write('POST /api/v1/contributions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1024\r\n\r\n{')
  await fetch(`${server.origin}/health`)
  const first = performance.now()
  server.signal('SIGTERM')
  const repeat = setInterval(() => {
    server.signal('SIGINT')
  }, 200)
  onTestFinished(() => {
    clearInterval(repeat)
  })
  expect(await server.ended()).toBe(1)
  expect(performance.now() - first).toBeLessThan(5_000)
}, 60_000)
