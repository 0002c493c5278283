import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MunicipalProfile, profileBytes, profileConflict } from '../../../src/protocol/profile.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { saveProfile } from '../../../src/server/registry/profiles.ts'
import { checked, ownProfile, unchecked } from '../../support/profile.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

let server: TestServer
let owner: string
let leader: string
beforeEach(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
  owner = await server.signIn({ role: 'owner', municipality: server.municipality })
  leader = await server.signIn({ role: 'leader', municipality: server.municipality, unit: 'bekken' })
})
afterEach(() => server.remove())

function read(cookie = owner, headers = {}) {
  return server.app.inject({ url: '/api/v1/profile', headers: { cookie, ...headers } })
}

function put(profile: unknown, headers: Readonly<Record<string, string>>) {
  return server.app.inject({
    method: 'PUT',
    url: '/api/v1/profile',
    headers: { origin, cookie: owner, ...headers },
    payload: profile as object,
  })
}

async function tag(): Promise<string> {
  return String((await read()).headers.etag)
}

/** Stores it in place of whatever is there. */
async function store(profile: MunicipalProfile) {
  const reply = await put(profile, { 'if-match': await tag() })
  expect([reply.statusCode, reply.json()]).toEqual([200, profile])
  return reply
}

const own = (changes = {}): MunicipalProfile => ({ v: 1, file: ownProfile(changes) })
const ofRound = (round: string, headers = {}) => server.app.inject({ url: `/api/v1/rounds/${round}/profile`, headers })
const problem = (reply: { json: () => unknown }) => (reply.json() as { type: string }).type.replace('urn:peil:', '')

test('who never chose has the default one, by its id', async () => {
  expect((await read()).json()).toEqual({ v: 1, shipped: 'nasjonal' })
  await server.stores.issuer.all('UPDATE municipality SET profile = $1', 'ringsaker')
  expect((await read(leader)).json()).toEqual({ v: 1, shipped: 'ringsaker' })
})

test('an own profile is there after a restart as it was stored, for owner and leader, and not sent twice', async () => {
  const stored = await store(own({ hiddenResources: [checked[0]?.id ?? ''], confirmedResources: [unchecked[0]?.id ?? ''] }))
  await server.restart()
  const reply = await read(leader)
  expect(reply.json()).toEqual(stored.json())
  expect(reply.headers).toMatchObject({ etag: stored.headers.etag, 'cache-control': expect.stringContaining('no-cache') as string })
  expect((await read(owner, { 'if-none-match': String(stored.headers.etag) })).statusCode).toBe(304)
})

test('going back to one of Peil’s gives up the own copy', async () => {
  await store(own())
  await store({ v: 1, shipped: 'orebro' })
  expect((await read()).json()).toEqual({ v: 1, shipped: 'orebro' })
  expect(await server.stores.issuer.all('SELECT * FROM own_profile')).toEqual([])
})

describe('two owners at once', () => {
  test('the second is refused with both versions, and may then replace the first', async () => {
    const before = await tag()
    const first = own({ validTo: 2031 })
    const second = own({ validTo: 2032 })
    await store(first)
    const refused = await put(second, { 'if-match': before })
    expect([refused.statusCode, problem(refused)]).toEqual([409, 'conflict'])
    const { stored, sent, etag } = profileConflict.parse(refused.json())
    expect([stored, sent]).toEqual([first, second])
    expect((await read()).json()).toEqual(first)
    expect((await put(sent, { 'if-match': etag })).statusCode).toBe(200)
    expect((await read()).json()).toEqual(second)
  })

  test('of many that replace the same version one is stored', async () => {
    const before = await tag()
    const years = [2030, 2031, 2032, 2033, 2034]
    const replies = await Promise.all(years.map((validTo) => put(own({ validTo }), { 'if-match': before })))
    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409, 409])
    expect((await read()).json()).toEqual(own({ validTo: years[statuses.indexOf(200)] }))
  })

  test('without saying what is replaced nothing is stored', async () => {
    const reply = await put(own(), {})
    expect([reply.statusCode, problem(reply)]).toEqual([400, 'malformed'])
    expect((await read()).json()).toEqual({ v: 1, shipped: 'nasjonal' })
  })
})

describe('a profile that cannot be used is refused with what is wrong, and not stored:', () => {
  const { words, ...rest } = ownProfile()
  test.each([
    ['a goal that nothing serves', own({ goals: [{ id: 'shared-practice', dimensions: [], parts: [] }] }), { kind: 'served-by-nothing' }],
    ['a confirmed resource that is checked', own({ confirmedResources: [checked[0]?.id] }), { kind: 'not-unchecked' }],
    [
      'one both hidden and confirmed',
      own({ hiddenResources: [unchecked[0]?.id], confirmedResources: [unchecked[0]?.id] }),
      { kind: 'hidden-and-confirmed' },
    ],
    ['no words in its first language', { v: 1, file: { ...rest, words: { en: words['en'] } } }, { kind: 'words-missing', language: 'nb' }],
    [
      'a goal without words there',
      own({ goals: [{ id: 'constructor', dimensions: ['1'], parts: [] }] }),
      { kind: 'words-missing', part: 'goal' },
    ],
    ['words for nothing elsewhere', own({ ownResources: [] }), { kind: 'words-for-nothing', part: 'own-resource', language: 'en' }],
    ['one of Peil’s that there is not', { v: 1, shipped: 'oslo' }, { kind: 'unknown', part: 'profile', id: 'oslo' }],
  ])('%s', async (_what, sent, fault) => {
    const reply = await put(sent, { 'if-match': await tag() })
    expect([reply.statusCode, problem(reply)]).toEqual([400, 'malformed'])
    expect(reply.json<{ faults: unknown[] }>().faults).toContainEqual(expect.objectContaining(fault))
    expect((await read()).json()).toEqual({ v: 1, shipped: 'nasjonal' })
  })

  test('one that is too large', async () => {
    const reply = await put({ v: 1, file: { ...ownProfile(), more: 'x'.repeat(profileBytes) } }, { 'if-match': await tag() })
    expect([reply.statusCode, problem(reply)]).toEqual([413, 'too-large'])
  })
})

test('a profile that says a great deal, in four languages, fits into the limit', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `number-${at}`)
  const said = (ids: readonly string[], length: number) => Object.fromEntries(ids.map((id) => [id, 'å'.repeat(length)]))
  const { profile, words } = ownProfile()
  const full = {
    v: 1,
    file: {
      profile: {
        ...profile,
        goals: many(15).map((id) => ({ id, dimensions: profile.goals[0]?.dimensions, parts: [] })),
        ownResources: many(60).map((id) => ({ ...profile.ownResources[0], id, url: `https://fjordvik.example/${'x'.repeat(200)}` })),
        hiddenResources: checked.map(({ id }) => id),
        confirmedResources: unchecked.map(({ id }) => id),
      },
      words: Object.fromEntries(
        ['nb', 'nn', 'sv', 'en'].map((language) => [
          language,
          {
            ...words['nb'],
            goals: said(many(15), 80),
            notes: said(many(10), 400),
            contacts: said(many(10), 80),
            resources: said(many(60), 150),
          },
        ]),
      ),
    },
  }
  expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(profileBytes)
})

test('the log says that a profile was edited or chosen, and nothing of what stands in it', async () => {
  await store(own())
  await store({ v: 1, shipped: 'orebro' })
  await put(own({ validTo: 1999 }), { 'if-match': await tag() })
  const rows = await server.stores.issuer.all('SELECT who, action, detail FROM audit ORDER BY seq')
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { who: 'owner', action: 'profile-edited', detail: '{}' },
    { who: 'owner', action: 'profile-chosen', detail: '{"profile":"orebro"}' },
  ])
  expect(server.logged).toEqual([])
})

describe('the tablets of a round', () => {
  const open = async (unit = 'bekken') => (await server.openRound([{ unit, headcount: { practice: 6 } }])).round

  test('get the own profile of the municipality as it is now, all the same bytes, and not twice', async () => {
    const round = await open()
    expect(problem(await ofRound(round))).toBe('not-found')
    await store(own())
    const first = await ofRound(round)
    expect(first.json()).toEqual(ownProfile())
    const etag = String(first.headers.etag)
    expect([(await ofRound(round, { cookie: owner })).body, (await ofRound(round, { 'if-none-match': etag })).statusCode]).toEqual([
      first.body,
      304,
    ])
    await store(own({ validTo: 2040 }))
    expect((await ofRound(round, { 'if-none-match': etag })).json()).toEqual(ownProfile({ validTo: 2040 }))
    await server.closeRound(round)
    expect((await ofRound(round)).statusCode).toBe(200)
  })

  test('get nothing of another municipality', async () => {
    const elsewhere = (await createMunicipality(server.stores.issuer, 'Dalen')).id
    await saveProfile(server.stores.issuer, elsewhere, own(), { who: 'owner', now: server.clock() })
    expect([problem(await ofRound(await open())), problem(await ofRound('A'.repeat(22)))]).toEqual(['not-found', 'not-found'])
  })

  test('and its targets, where the file that opens it has none; a round that is open keeps its own', async () => {
    const aimsOf = async (round: string) => {
      const { dimensions } = (await server.app.inject(`/api/v1/rounds/${round}`)).json<{ dimensions: { id: string; targets: object }[] }>()
      return Object.fromEntries(dimensions.map((each) => [each.id, Object.values(each.targets)]))
    }
    const before = await open('bekken')
    await store(own())
    expect(await aimsOf(before)).toMatchObject({ '1': [2, 3, 3, 2] })
    const targets = { '2': { practice: 3, teacher: 3, leader: 3, owner: 3 } } as const
    const after = (await server.openRound([{ unit: 'lia', headcount: { practice: 6 } }], { targets })).round
    expect(await aimsOf(after)).toMatchObject({ '1': [1, 4, 4, 1], '2': [3, 3, 3, 3], '3': [2, 3, 3, 2] })
  })
})
