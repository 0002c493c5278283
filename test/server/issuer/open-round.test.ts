import { createHash, createPublicKey, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoundFile } from '../../../src/protocol/round-file.ts'
import { openRound } from '../../../src/server/issuer/open-round.ts'
import { call, readRound } from '../../support/contributor.ts'
import { type TestServer, day, origin, startServer } from '../../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer([
    { unit: 'fjord', name: 'Fjord skole', sector: 'skole' },
    { unit: 'ledere', name: 'Ledere i skole', sector: 'leaders-skole' },
    { unit: 'sol', name: 'Solstråla', sector: 'barnehage' },
  ])
})
afterAll(() => server.remove())

const inDays = (days: number) => new Date(server.clock().getTime() + days * day).toISOString()

async function attempt(more: Partial<RoundFile>): Promise<unknown> {
  const file = {
    title: 'Runde',
    municipality: server.municipality,
    closes: inDays(30),
    units: [{ unit: 'sol', headcount: { practice: 6 } }],
    ...more,
  }
  const opened = await openRound({ issuer: server.stores.issuer, clock: server.clock, random: randomBytes, publicOrigin: origin }, file)
  return opened.ok ? opened.value : opened.error
}

test('a round is frozen with everything that everyone is shown, in the order of its file', async () => {
  const opened = await server.openRound(
    [
      { unit: 'fjord', headcount: { teacher: 15, practice: 11, owner: 1 } },
      { unit: 'ledere', headcount: { leader: 6 } },
    ],
    { modules: ['ai', 'privacy'], targets: { '3': { practice: 1, teacher: 2, leader: 4, owner: 3 } }, k: 6 },
  )
  const round = await readRound(server.app, opened.round)
  expect(round).toMatchObject({
    v: 1,
    title: 'Høsten 2026',
    municipality: 'Fjordvik',
    opens: '2026-11-02T08:00:00.000Z',
    closes: '2026-12-02T08:00:00.000Z',
    acceptUntil: '2026-12-05T08:00:00.000Z',
    state: 'open',
    k: 6,
    units: [
      { unit: 'fjord', name: 'Fjord skole', sector: 'skole', instrument: { id: 'skole' }, tiers: ['practice', 'teacher', 'owner'] },
      { unit: 'ledere', sector: 'leaders-skole', instrument: { id: 'skole' }, headcount: { leader: 6 }, tiers: [] },
    ],
  })
  expect(round.dimensions.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', 'privacy', 'ai'])
  expect(round.dimensions[2]?.targets).toEqual({ practice: 1, teacher: 2, leader: 4, owner: 3 })
  expect(Object.values(round.dimensions[0]?.targets ?? {})).toHaveLength(4)
  expect(opened.link).toBe(`${origin}/r#1.${opened.round}`)
})

test('each unit has a key of its own whose id is the hash of its public key, and a code per head', async () => {
  const rows = await server.stores.issuer.all('SELECT round FROM round')
  const round = await readRound(server.app, String(rows[0]?.['round']))
  for (const { n, e, keyId } of round.units) {
    const spki = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).export({ type: 'spki', format: 'der' })
    expect(createHash('sha256').update(spki).digest('base64url')).toBe(keyId)
    expect(e).toBe('AQAB')
  }
  expect(new Set(round.units.map(({ n }) => n)).size).toBe(2)
})

test('what cannot be a round is refused by name, and nothing is created', async () => {
  const before = await server.stores.issuer.all('SELECT round FROM round')
  const sol = { unit: 'sol', headcount: { practice: 6 } }
  expect(await attempt({ k: 4 })).toEqual({ kind: 'k-too-low', smallest: 5 })
  expect(await attempt({ closes: server.clock().toISOString() })).toEqual({ kind: 'closes-in-the-past' })
  expect(await attempt({ municipality: 'nowhere' })).toEqual({ kind: 'municipality-unknown' })
  expect(await attempt({ units: [{ unit: 'nobody', headcount: { practice: 6 } }] })).toEqual({ kind: 'unit-unknown', unit: 'nobody' })
  expect(await attempt({ units: [sol, sol] })).toEqual({ kind: 'unit-twice', unit: 'sol' })
  expect(await attempt({ targets: { ai: { practice: 1, teacher: 1, leader: 1, owner: 1 } } })).toEqual({
    kind: 'target-without-dimension',
    dimension: 'ai',
  })
  expect(await attempt({ units: [{ unit: 'ledere', headcount: { leader: 6 } }] })).toEqual({ kind: 'unit-in-open-round', unit: 'ledere' })
  expect(await server.stores.issuer.all('SELECT round FROM round')).toEqual(before)
})

test('what no round could mean is refused by name too: k, dates, empty units, targets that nobody can be below', async () => {
  const before = await server.stores.issuer.all('SELECT round FROM round')
  expect(await attempt({ k: 51 })).toEqual({ kind: 'k-too-high', largest: 50 })
  const latest = '2028-11-02T08:00:00.000Z'
  expect(await attempt({ closes: '2028-11-02T08:00:00.001Z' })).toEqual({ kind: 'closes-too-late', latest })
  expect(await attempt({ closes: '2999-01-01T00:00:00Z' })).toEqual({ kind: 'closes-too-late', latest })
  for (const headcount of [{}, { practice: 0, owner: 0 }])
    expect(await attempt({ units: [{ unit: 'sol', headcount }] })).toEqual({ kind: 'unit-without-heads', unit: 'sol' })
  const aims = { practice: 0, teacher: 1, leader: 1, owner: 1 } as const
  expect(await attempt({ targets: { '3': aims } })).toEqual({ kind: 'target-too-low', dimension: '3', tier: 'practice', smallest: 1 })
  expect(await server.stores.issuer.all('SELECT round FROM round')).toEqual(before)
})

test('the largest k, the latest date, and a target of 0 for a tier that has nobody are no reason to refuse', async () => {
  const other = await startServer([{ unit: 'sol', name: 'Solstråla', sector: 'barnehage' }])
  const targets = { '3': { practice: 1, teacher: 0, leader: 0, owner: 0 } } as const
  const heads = [{ unit: 'sol', headcount: { practice: 6, teacher: 0 } }]
  expect(await other.openRound(heads, { k: 50, closes: '2028-11-02T08:00:00Z', targets })).toHaveProperty('round')
  await other.remove()
})

test('leaders are a tier of a unit like any other, unless the round has a group of leaders for its sector', async () => {
  const other = await startServer([
    { unit: 'sol', name: 'Solstråla', sector: 'barnehage' },
    { unit: 'fjord', name: 'Fjord skole', sector: 'skole' },
    { unit: 'ledere', name: 'Ledere i skole', sector: 'leaders-skole' },
  ])
  const [sol, fjord, ledere] = ['sol', 'fjord', 'ledere'].map((unit) => ({ unit, headcount: { practice: 8, leader: 7 } }))
  if (sol === undefined || fjord === undefined || ledere === undefined) throw new Error('three units')
  await expect(other.openRound([sol, fjord, ledere])).rejects.toThrow('{"kind":"leaders-twice","unit":"fjord"}')
  const { round } = await other.openRound([sol, ledere])
  expect((await readRound(other.app, round)).units[0]?.tiers).toEqual(['practice', 'leader'])
  expect(await other.openRound([fjord])).toHaveProperty('round')
  await other.remove()
})

test('a unit closes again no sooner than 120 days after it last closed', async () => {
  const opened = await server.openRound([{ unit: 'sol', headcount: { practice: 5 } }])
  await server.closeRound(opened.round)
  const earliest = inDays(120)
  expect(await attempt({ closes: inDays(119) })).toEqual({ kind: 'too-soon', unit: 'sol', earliest })
  expect(await attempt({ closes: earliest })).toHaveProperty('round')
})

test('the round document is the same bytes for everyone until its state changes', async () => {
  const opened = await server.stores.issuer.all('SELECT round FROM round WHERE phase = $1', 'open')
  const path = `/rounds/${String(opened[0]?.['round'])}`
  const first = await call(server.app, 'GET', path)
  const etag = String(first.headers['etag'])
  expect(etag).toMatch(/^"/)
  expect(first.headers['cache-control']).toBe('no-cache')
  expect(
    (
      await call(server.app, 'GET', path, undefined, {
        headers: { cookie: await server.signIn({ role: 'owner', municipality: server.municipality }) },
      })
    ).body,
  ).toBe(first.body)
  const unchanged = await call(server.app, 'GET', path, undefined, { headers: { 'if-none-match': etag } })
  const head = await server.app.inject({ method: 'HEAD', url: `/api/v1${path}`, headers: { 'if-none-match': etag } })
  expect([head.statusCode, head.body, head.headers['etag'], head.headers['content-length']]).toEqual([
    304,
    '',
    etag,
    first.headers['content-length'],
  ])
  expect([unchanged.statusCode, unchanged.body]).toEqual([304, ''])
  await server.restart()
  expect((await call(server.app, 'GET', path)).body).toBe(first.body)
  server.moveClock(200 * day)
  const closed = await call(server.app, 'GET', path, undefined, { headers: { 'if-none-match': etag } })
  expect(closed.statusCode).toBe(200)
  expect({ ...closed.json<object>(), state: 'open' }).toEqual(first.json())
})

test('what the file sets no target for aims as the municipality has chosen: by its profile, else as usual', async () => {
  const other = await startServer(['a', 'b', 'c', 'd'].map((unit) => ({ unit, name: unit, sector: 'barnehage' })))
  const aims = async (unit: string, profile: string | null) => {
    await other.stores.issuer.all('UPDATE municipality SET profile = $1', profile)
    const targets = { '3': { practice: 1, teacher: 1, leader: 1, owner: 1 } } as const
    const opened = await other.openRound([{ unit, headcount: { practice: 6 } }], { modules: ['leadership'], targets })
    const { dimensions } = await readRound(other.app, opened.round)
    return Object.fromEntries(dimensions.map((each) => [each.id, Object.values(each.targets)]))
  }
  const usual = await aims('a', null)
  expect(usual).toMatchObject({ '1': [2, 3, 3, 2], '3': [1, 1, 1, 1], leadership: [1, 2, 3, 3] })
  expect(await aims('b', 'nasjonal')).toEqual(usual)
  expect(await aims('c', 'of-a-newer-peil')).toEqual(usual)
  expect(await aims('d', 'orebro')).toMatchObject({ '1': [2, 2, 2, 2], '3': [1, 1, 1, 1], leadership: [1, 2, 3, 3] })
  await other.remove()
})
