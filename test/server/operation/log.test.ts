import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setSeen } from '../../../src/server/operation/clock-seen.ts'
import { padContribution } from '../../../src/protocol/contribution.ts'
import { linkMade } from '../../../src/protocol/admin.ts'
import { logTo } from '../../../src/server/log.ts'
import { contributionOf, issueMessage, joinUnit, newVersion, prepareJoining, readRound } from '../../support/contributor.ts'
import { day, startServer } from '../../support/server.ts'
import { type ServerProcess, prepareServer } from '../../support/server-process.ts'

/** What only the request carries. None of it may be in anything the process writes. */
const markers: string[] = []
let server: ServerProcess
let written = ''

function mark(text: string): string {
  markers.push(text)
  return text
}

beforeAll(async () => {
  const beside = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  server = await prepareServer({ PEIL_DATA: beside.folder, LOG_LEVEL: 'debug', TRUST_PROXY: 'loopback' })
  const closes = new Date(Date.now() + 30 * day).toISOString()
  const opened = await beside.openRound([{ unit: 'bekken', headcount: { practice: 6 } }], { closes })
  const round = await readRound(beside.app, opened.round)
  const [code = '', spare = ''] = opened.units[0]?.codes ?? []
  const token = await joinUnit(beside.app, round, 'bekken', code)
  const joining = await prepareJoining(round, 'bekken')
  await setSeen(beside.stores.issuer, new Date())
  await server.start()

  const address = mark('198.51.100.77')
  const headers = {
    'content-type': 'application/json',
    'user-agent': mark('marker-agent/7'),
    'accept-language': mark('xx-marker'),
    'x-forwarded-for': address,
    cookie: `peil=${mark('markercookie')}`,
    referer: mark('http://marker.example/referer'),
  }
  const post = (path: string, body: string) => fetch(`${server.origin}/api/v1${path}`, { method: 'POST', headers, body })
  const version = newVersion('01234abc')
  const message = contributionOf(token, version)
  for (const secret of [message.t, message.s, message.r, code, spare]) mark(secret)
  expect((await post('/contributions', padContribution(message))).status).toBe(200)
  expect((await post('/contributions', padContribution({ ...message, r: mark(newVersion('01234abc').r) }))).status).toBe(409)
  expect((await post('/contributions', mark('{"marker-broken'))).status).toBe(400)
  expect((await post('/contributions', JSON.stringify({ ...message, s: message.s.replace(/^./, 'x') }))).status).toBe(401)
  const asked = issueMessage(joining, spare) as { blinded: string }
  mark(asked.blinded)
  expect((await post('/issue', JSON.stringify(asked))).status).toBe(200)
  expect((await post('/issue', JSON.stringify({ ...asked, code: mark('0000-0000-0000-0000-0') }))).status).toBe(403)
  for (const path of ['', '/joined', '/results/bekken']) await fetch(`${server.origin}/api/v1/rounds/${opened.round}${path}`, { headers })
  mark(opened.round)
  await fetch(`${server.origin}/${mark('marker-path')}?${mark('marker-query')}=1`, { headers })
  await post('/session/link', JSON.stringify({ secret: mark('m'.repeat(43)) }))
  const { link } = linkMade.parse(await server.peil('owner-link', '--municipality', beside.municipality))
  const signedIn = await fetch(`${server.origin}/api/v1/session/link`, {
    method: 'POST',
    headers: { ...headers, origin: server.origin },
    body: JSON.stringify({ secret: mark(link.slice(link.indexOf('#') + 1)) }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  for (const path of ['units', `rounds/${opened.round}/results`])
    await fetch(`${server.origin}/api/v1/${path}`, { headers: { ...headers, cookie } })
  mark(cookie.split('=')[1] ?? '')

  // A fault of ours in the midst of it: the cause is logged, the request is not.
  await beside.stores.collector.all('ALTER TABLE head RENAME TO elsewhere')
  const other = await joinUnit(beside.app, round, 'bekken', opened.units[0]?.codes[2] ?? '')
  const failing = contributionOf(other, newVersion('43210cba'))
  for (const secret of [failing.t, failing.s, failing.r]) mark(secret)
  expect((await post('/contributions', padContribution(failing))).status).toBe(500)

  await server.stop()
  const names = await readdir(beside.folder)
  const files = await Promise.all(names.map((name) => readFile(join(beside.folder, name), 'latin1')))
  written = files.join('\n')
  await beside.remove()
}, 60_000)
afterAll(() => server.remove())

test('at the most talkative level the log holds nothing of a body, an address, an agent or an id', () => {
  const log = server.output()
  for (const marker of markers) expect(log.includes(marker), marker).toBe(false)
})

test('every event is one line of JSON with time, level and message, and the three public routes are in none but a fault', () => {
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('Peil is at'))
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  for (const event of events) {
    expect(event).toMatchObject({ time: expect.stringMatching(/^\d{4}-/) as string, message: expect.any(String) as string })
    expect(['error', 'warn', 'info', 'debug']).toContain(event['level'])
  }
  expect(events.filter(({ level }) => level === 'debug')).toContainEqual(
    expect.objectContaining({ message: 'answered', method: 'GET', route: '/api/v1/units', status: 200 }),
  )
  const routes = events.filter(({ level }) => level !== 'error').flatMap(({ route }) => (route === undefined ? [] : [route]))
  expect([...new Set(routes)]).toEqual(['/api/v1/units', '/api/v1/rounds/:round/results'])
  expect(events.filter(({ level }) => level === 'error')).toEqual([
    expect.objectContaining({
      message: 'a request failed',
      route: '/api/v1/contributions',
      cause: expect.stringContaining('head') as string,
    }),
  ])
})

test('no file of the stores holds a code, a token, an address or an agent', () => {
  // The round's id stands in the stores, and SHA-256 of the rest.
  const kept = markers.filter((marker) => !/^[\w-]{22}$/.test(marker))
  for (const marker of kept) expect(written.includes(marker), marker).toBe(false)
})

test('a level leaves out what is less important', () => {
  const lines: string[] = []
  const log = logTo(
    (line) => lines.push(line),
    () => new Date(0),
    'warn',
  )
  log('error', 'one')
  log('warn', 'two', { round: 'x' })
  log('info', 'three')
  log('debug', 'four')
  expect(lines).toEqual([
    '{"time":"1970-01-01T00:00:00.000Z","level":"error","message":"one"}\n',
    '{"time":"1970-01-01T00:00:00.000Z","level":"warn","message":"two","round":"x"}\n',
  ])
})
