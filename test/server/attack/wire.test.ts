import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { padContribution } from '../../../src/protocol/contribution.ts'
import { contributionOf, joinUnit, newVersion, readRound } from '../../support/contributor.ts'
import { type Speak, answersIn, lastRequest, listenRaw, rawRequest } from '../../support/raw-http.ts'
import { type TestServer, startServer } from '../../support/server.ts'

let server: TestServer
let speak: Speak
/** A contribution that would count, as it stands on the wire. */
let body: string

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  const round = await readRound(server.app, opened.round)
  const token = await joinUnit(server.app, round, 'bekken', opened.units[0]?.codes[0] ?? '')
  body = padContribution(contributionOf(token, newVersion('01234abc')))
  speak = await listenRaw(server.app)
})
afterAll(() => server.remove())

const json = 'Content-Type: application/json'
const contribute = (headers: readonly string[], payload = body) => rawRequest('POST /api/v1/contributions', [json, ...headers], payload)
const length = (bytes: number | string) => `Content-Length: ${bytes}`
const chunked = 'Transfer-Encoding: chunked'
const inChunks = (...chunks: readonly string[]) => [...chunks, ''].map((each) => `${each.length.toString(16)}\r\n${each}\r\n`).join('')
const people = async () => (await server.stores.collector.all('SELECT n FROM head')).map(({ n }) => n)

describe('a message whose end is told in two ways is refused, and nothing behind it is taken for a request', () => {
  const smuggled = rawRequest('GET /api/v1/session', [])
  test.each([
    ['a length and chunks', () => contribute([length(4), chunked], `0\r\n\r\n${smuggled}`)],
    ['chunks and a length', () => contribute([chunked, length(4)], `0\r\n\r\n${smuggled}`)],
    ['two lengths', () => contribute([length(4), length(1024)])],
    ['the same length twice', () => contribute([length(1024), length(1024)])],
    ['a list of lengths', () => contribute([length('1024, 1024')])],
    ['a length with a sign', () => contribute([length('+1024')])],
    ['a length below nothing', () => contribute([length(-1)])],
    ['a length in hexadecimal', () => contribute([length('0x400')])],
    ['a length beyond all numbers', () => contribute([length('9'.repeat(30))])],
    ['another encoding', () => contribute(['Transfer-Encoding: xchunked'], inChunks(body))],
    ['chunks, then something else', () => contribute(['Transfer-Encoding: chunked, identity'], inChunks(body))],
    ['a space before the colon', () => contribute(['Content-Length : 1024'])],
    ['a length on a folded line', () => contribute(['X: y', ' Content-Length: 1024'])],
    ['a chunk without a size', () => contribute([chunked], `zz\r\n${body}\r\n0\r\n\r\n`)],
    ['a chunk beyond all numbers', () => contribute([chunked], `${'f'.repeat(17)}\r\n${body}\r\n0\r\n\r\n`)],
    ['a chunk longer than it says', () => contribute([chunked], `4\r\n${body}\r\n0\r\n\r\n`)],
    ['a chunk with an endless remark', () => contribute([chunked], `400;${'x'.repeat(20_000)}\r\n${body}\r\n0\r\n\r\n`)],
    ['lines that end otherwise', () => contribute([length(1024)]).replaceAll('\r\n', '\n')],
  ])('%s', async (_what, request) => {
    const before = await people()
    const answers = answersIn(await speak(request() + lastRequest))
    expect(answers).toEqual(['400 malformed'])
    expect(await people()).toEqual(before)
  })
})

describe('what is no request of HTTP 1.1 is refused with a problem document', () => {
  test.each([
    ['no host', 'GET /health HTTP/1.1\r\n\r\n', ['400 malformed', '200']],
    ['two hosts', 'GET /health HTTP/1.1\r\nHost: x\r\nHost: elsewhere.example\r\n\r\n', ['400 malformed', '200']],
    ['a NUL in a header', rawRequest('GET /health', ['X: y\0z']), ['400 malformed']],
    ['a NUL in the address', rawRequest('GET /hea\0lth', []), ['400 malformed']],
    ['a header without a name', rawRequest('GET /health', [': y']), ['400 malformed']],
    ['a header that is huge', rawRequest('GET /health', [`X: ${'y'.repeat(20_000)}`]), ['400 malformed']],
    ['headers without number', rawRequest('GET /health', Array<string>(5000).fill('X: y')), ['400 malformed']],
    ['an address that is huge', rawRequest(`GET /${'a'.repeat(20_000)}`, []), ['400 malformed']],
    ['a method nobody knows', rawRequest('BREW /health', []), ['400 malformed']],
    ['HTTP/0.9', 'GET /health\r\n', ['400 malformed']],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', ['400 malformed']],
    ['HTTP/3', 'GET /health HTTP/3.0\r\nHost: x\r\n\r\n', ['400 malformed']],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001', ['400 malformed']],
    ['an expectation', contributeNothing(['Expect: the-unexpected']), ['400 malformed']],
    ['a proxy to elsewhere', 'GET http://elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n', ['404 not-found', '200']],
    ['everything at once', rawRequest('OPTIONS *', []), ['404 not-found', '200']],
  ])('%s', async (_what, request, expected) => {
    expect(answersIn(await speak(request + lastRequest))).toEqual(expected)
    expect(server.logged).toEqual([])
  })

  test('a tunnel is not opened, and nothing that came is sent back', async () => {
    expect(await speak(rawRequest('CONNECT elsewhere.example:443', []) + lastRequest)).toBe('')
    const traced = await speak(rawRequest('TRACE /api/v1/session', ['Cookie: peil=marker', 'X: marker']) + lastRequest)
    expect(answersIn(traced)).toEqual(['405 method-not-allowed', '200'])
    expect(traced).not.toContain('marker')
  })

  test.each(['websocket', 'h2c'])('a connection is not turned into %s, and takes no other request', async (protocol) => {
    const asked = rawRequest('GET /health', ['Connection: Upgrade, HTTP2-Settings', `Upgrade: ${protocol}`, 'HTTP2-Settings: AAMAAABk'])
    const said = await speak(asked + lastRequest)
    expect(answersIn(said)).toEqual(['200'])
    expect(said).toMatch(/\r\nconnection: close\r\n/i)
  })
})

function contributeNothing(headers: readonly string[]): string {
  return rawRequest('POST /api/v1/contributions', [json, length(2), ...headers], '{}')
}

describe('a body that is too large', () => {
  const large = 'x'.repeat(4096)
  test.each([
    ['in chunks', contribute([chunked], inChunks(large, large, large, large, large))],
    ['by what it says of itself, before any of it has come', contribute([length(1_000_000)], 'x')],
    ['in one chunk', contribute([chunked], inChunks('x'.repeat(100_000)))],
  ])('is refused %s, and the connection ends', async (_what, request) => {
    expect(answersIn(await speak(request + lastRequest))).toEqual(['413 too-large'])
  })

  test('where nobody may send one it is not read, and what follows is answered by itself', async () => {
    const hidden = rawRequest('DELETE /api/v1/session', ['Origin: http://localhost:8080']).padEnd(70_000)
    for (const [line, ...refused] of [
      ['POST /api/v1/units/import', '401 sign-in-needed', '200'],
      ['POST /api/v1/session/link', '403 origin-refused', '200'],
      ['POST /nothing', '413 too-large'],
    ] as const) {
      const origin = line.endsWith('import') ? ['Origin: http://localhost:8080'] : []
      const answers = answersIn(await speak(rawRequest(line, [json, length(hidden.length), ...origin], hidden) + lastRequest))
      expect([line, answers]).toEqual([line, refused])
    }
  })

  test('packed, it is not unpacked', async () => {
    const before = await people()
    const packed = (header: string) => contribute([chunked, header], inChunks(body))
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd'])
      expect(answersIn(await speak(packed(`Content-Encoding: ${encoding}`) + lastRequest))).toEqual(['400 malformed', '200'])
    const onTheWay = contribute(['Transfer-Encoding: gzip, chunked'], inChunks(body))
    expect(answersIn(await speak(onTheWay + lastRequest))).toEqual(['400 malformed', '200'])
    expect(await people()).toEqual(before)
  })
})

test('requests that come all at once are each answered, in their order, and what cannot be read ends the connection', async () => {
  const good = [rawRequest('GET /health', []), rawRequest('GET /api/v1/units', []), contributeNothing([]), rawRequest('HEAD /health', [])]
  const withBody = rawRequest('GET /health', [length(44)], rawRequest('GET /api/v1/units', []).padEnd(44))
  const broken = rawRequest('POST /api/v1/issue', [json, length(1)], '{')
  expect(answersIn(await speak([...good, withBody, ...good, broken].join('') + lastRequest))).toEqual([
    ...['200', '401 sign-in-needed', '400 malformed', '200'],
    '200',
    ...['200', '401 sign-in-needed', '400 malformed', '200'],
    '400 malformed',
  ])
})

test('a header cannot change the method, and a trailer is no header', async () => {
  const overrides = ['X-HTTP-Method-Override: DELETE', 'X-HTTP-Method: DELETE', 'X-Method-Override: DELETE']
  const said = await speak(rawRequest('GET /api/v1/session', [...overrides, 'Origin: http://localhost:8080']) + lastRequest)
  expect([answersIn(said), said.includes('{"role":null}')]).toEqual([['200', '200'], true])
  expect(answersIn(await speak(rawRequest('POST /api/v1/session?_method=DELETE', [json, length(2)], '{}') + lastRequest))[0]).toBe(
    '405 method-not-allowed',
  )
  const trailer = `2\r\n{}\r\n0\r\nOrigin: http://localhost:8080\r\n\r\n`
  expect(answersIn(await speak(rawRequest('POST /api/v1/session/link', [json, chunked], trailer) + lastRequest))[0]).toBe(
    '403 origin-refused',
  )
})

test('HEAD says what GET would, without a body, and a range is not cut out', async () => {
  const get = await speak(rawRequest('GET /api/v1/openapi.json', ['Range: bytes=0-1,0-1,0-1', 'Connection: close']))
  const head = await speak(rawRequest('HEAD /api/v1/openapi.json', ['Connection: close']))
  const lengthIn = (said: string) => /\r\ncontent-length: (\d+)/i.exec(said)?.[1]
  expect([answersIn(get)[0], lengthIn(get)]).toEqual(['200', lengthIn(head)])
  expect(head.endsWith('\r\n\r\n')).toBe(true)
})

test('the same good message in chunks, and after an invitation to go on, counts once', async () => {
  const before = Number((await people())[0] ?? 0)
  expect(answersIn(await speak(contribute([chunked], inChunks(body.slice(0, 3), body.slice(3))) + lastRequest))).toEqual(['200', '200'])
  expect(answersIn(await speak(contribute([length(1024), 'Expect: 100-continue']) + lastRequest))).toEqual(['100', '200', '200'])
  expect(Number((await people())[0])).toBe(before + 1)
})

test('a request that takes for ever is not waited for', () => {
  const { requestTimeout, headersTimeout } = server.app.server
  expect(requestTimeout).toBeGreaterThan(0)
  expect(Math.max(requestTimeout, headersTimeout)).toBeLessThanOrEqual(120_000)
})
