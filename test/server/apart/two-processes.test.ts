import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { municipalityResult } from '../../../src/protocol/results.ts'
import { type PartsApart, startApart } from '../../support/apart.ts'
import { type SimulatedDevice, deviceOn } from '../../support/device.ts'
import { openRound, slipsOf } from '../../support/open-round.ts'

let parts: PartsApart
const devices: SimulatedDevice[] = []

beforeAll(async () => {
  parts = await startApart()
}, 60_000)
afterAll(async () => {
  await Promise.all(devices.map((device) => device.remove()))
  await parts.remove()
})

const statusAt = async (origin: string, path: string, init: RequestInit = {}): Promise<number> =>
  (await fetch(`${origin}${path}`, init)).status
const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }

async function describedBy(origin: string): Promise<string[]> {
  const { paths } = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as { paths: Record<string, unknown> }
  return Object.keys(paths)
}

test('each part answers for its own routes, and for nothing of the other', async () => {
  const [issuer, collector] = [parts.issuer.origin, parts.collector.origin]
  expect(await describedBy(collector)).toEqual(['/health', '/ready', '/api/v1/openapi.json', '/api/v1/contributions', '/api/v1/collector'])
  const ofIssuer = await describedBy(issuer)
  expect(ofIssuer).toEqual(
    expect.arrayContaining(['/health', '/api/v1/configuration', '/api/v1/issue', '/api/v1/session', '/api/v1/units']),
  )
  expect(ofIssuer.filter((path) => /contributions|collector/.test(path))).toEqual([])

  expect(await statusAt(issuer, '/api/v1/contributions', post)).toBe(404)
  expect(await statusAt(issuer, '/api/v1/contributions', { method: 'OPTIONS' })).toBe(404)
  expect(await statusAt(issuer, '/api/v1/collector')).toBe(404)
  for (const path of [
    '/',
    '/bidra',
    '/sw.js',
    '/api/v1/session',
    '/api/v1/units',
    '/api/v1/configuration',
    `/api/v1/rounds/${'A'.repeat(22)}`,
  ]) {
    expect([path, await statusAt(collector, path, { headers: { cookie: 'peil=x' } })]).toEqual([path, 404])
  }
  expect(await statusAt(collector, '/api/v1/issue', post)).toBe(404)
  expect(await (await fetch(`${issuer}/api/v1/configuration`)).json()).toEqual({ collectorOrigin: collector })
})

test('the collector lets the app of the issuer in, nobody else, and never with cookies', async () => {
  const preflight = (origin: string) => fetch(`${parts.collector.origin}/api/v1/contributions`, { method: 'OPTIONS', headers: { origin } })
  const [app, other] = [await preflight(parts.issuer.origin), await preflight('http://elsewhere.test')]
  expect(app.headers.get('access-control-allow-origin')).toBe(parts.issuer.origin)
  expect(other.headers.get('access-control-allow-origin')).toBeNull()
  expect(app.headers.get('access-control-expose-headers')).toBe('Retry-After')
  expect(
    (await fetch(`${parts.collector.origin}/api/v1/collector?`, { headers: { origin: parts.issuer.origin } })).headers.get(
      'access-control-allow-origin',
    ),
  ).toBe(parts.issuer.origin)
  for (const reply of [app, other]) {
    expect([reply.headers.get('access-control-allow-credentials'), reply.headers.get('set-cookie')]).toEqual([null, null])
  }
})

test('devices learn where the collector is, contribute there, and the issuer releases what it counted', async () => {
  const { opened } = await openRound(parts.issuer)
  for (const slip of slipsOf(parts.issuer, opened, 'solstrala').slice(0, 6)) {
    const device = deviceOn(parts.issuer.origin)
    devices.push(device)
    const id = await device.join(slip)
    expect((await device.contribute(id, 'b2b2222b')).stage).toBe('sent')
    const known = await device.ports.rounds.find(opened.round)
    expect(known.ok && known.value?.collector).toBe(parts.collector.origin)
  }
  const [first] = devices
  const sent = first && (await first.ports.participations.list())
  const before = sent?.ok ? sent.value[0] : undefined
  if (before?.stage !== 'sent') throw new Error('not sent')

  // The issuer comes to it at its start, as after a crash; no command and no collector takes part.
  expect(await parts.issuer.stop()).toBe(0)
  const store = new DatabaseSync(join(parts.issuer.dataFolder, 'issuer.sqlite'))
  store.exec(`UPDATE round SET phase = 'closing'`)
  store.close()
  await parts.issuer.start()
  const document = municipalityResult.parse(await parts.issuer.peil('results', opened.round))
  expect(document.units).toMatchObject([
    { unit: 'solstrala', state: 'released', n: 6 },
    { unit: 'lia', state: 'hidden' },
  ])

  // The collector, which ran all the time, is told by its own store that the round is over: whatever the token.
  const late = JSON.parse(before.acknowledged.body) as { s: string }
  for (const body of [late, { ...late, s: 'A'.repeat(342) }]) {
    const reply = await fetch(`${parts.collector.origin}/api/v1/contributions`, { ...post, body: JSON.stringify(body).padEnd(1024) })
    expect([reply.status, ((await reply.json()) as { type: string }).type]).toEqual([410, 'urn:peil:round-closed'])
  }
  await first?.contributing.wake('start')
  expect(await first?.participation(before.id)).toMatchObject({ stage: 'settled', outcome: 'counted' })
}, 120_000)

test('while the issuer is away a contribution waits, and what is wrong with it is not said wrongly', async () => {
  const beside = {
    v: 1,
    unit: 'a',
    t: 'A'.repeat(43),
    s: 'A'.repeat(342),
    tier: '-',
    values: '2',
    r: 'A'.repeat(43),
  }
  const send = (round: string) =>
    statusAt(parts.collector.origin, '/api/v1/contributions', { ...post, body: JSON.stringify({ ...beside, round }).padEnd(1024) })
  const [asked, notAsked] = ['A'.repeat(22), 'B'.repeat(21) + 'A']
  expect(await send(asked)).toBe(401)
  await parts.issuer.stop()
  expect(await send(notAsked)).toBe(503)
  expect(await send(asked)).toBe(401)
  expect(parts.collector.output()).not.toContain('A'.repeat(43))
  await parts.issuer.start()
})
