import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { RoundList } from '../../../src/protocol/session.ts'
import { inviteLeader, inviteOwner } from '../../../src/server/accounts/invite.ts'
import { openRound } from '../../../src/server/issuer/open-round.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { saveUnits } from '../../../src/server/registry/units.ts'
import { type PeopleApp, cookieFrom, followLink, openPeopleApp, origin } from '../accounts/people-app.ts'

/** Two municipalities that use the same unit ids, and a round each, plus a round that only one unit is in. */
async function twoMunicipalities() {
  const people = openPeopleApp()
  const [fjordvik, dalen] = [await createMunicipality(people.database, 'Fjordvik'), await createMunicipality(people.database, 'Dalen')]
  for (const { id, name } of [fjordvik, dalen]) {
    await saveUnits(people.database, id, [
      { unit: 'a', name: `A i ${name}`, sector: 'barnehage' },
      { unit: 'b', name: `B i ${name}`, sector: 'skole' },
    ])
  }
  await open(people, fjordvik.id, 'Fjordvik, bare B', ['b'])
  await open(people, dalen.id, 'Dalen, alle', ['a', 'b'])
  return { ...people, fjordvik: fjordvik.id, dalen: dalen.id }
}

async function open({ database, clock }: PeopleApp, municipality: string, title: string, units: readonly string[]) {
  const file = {
    title,
    municipality,
    closes: '2027-01-31T12:00:00Z',
    units: units.map((unit) => ({ unit, headcount: { teacher: 5 } })),
  }
  const opened = await openRound({ issuer: database, clock, random: randomBytes, publicOrigin: origin }, file)
  if (!opened.ok) throw new Error(opened.error.kind)
}

async function signedIn(people: PeopleApp, municipality: string, unit?: string) {
  const inviting = { publicOrigin: origin, now: people.clock() }
  const link =
    unit === undefined
      ? await inviteOwner(people.database, municipality, inviting)
      : await inviteLeader(people.database, { unit, municipality }, inviting)
  if (!link.ok) throw new Error(link.error.kind)
  return cookieFrom(await followLink(people, link.value))
}

async function everybody(people: Awaited<ReturnType<typeof twoMunicipalities>>) {
  return {
    visitor: undefined,
    owner: await signedIn(people, people.fjordvik),
    'leader of A': await signedIn(people, people.fjordvik, 'a'),
    'leader of B': await signedIn(people, people.fjordvik, 'b'),
    'owner elsewhere': await signedIn(people, people.dalen),
    'leader of A elsewhere': await signedIn(people, people.dalen, 'a'),
  }
}

function get(people: PeopleApp, url: string, cookie: string | undefined) {
  return people.app.inject({ url: `/api/v1${url}`, headers: cookie === undefined ? {} : { cookie } })
}

type Who = keyof Awaited<ReturnType<typeof everybody>>
const names = (body: string) => [...body.matchAll(/[AB] i \w+/g)].map(([name]) => name)
const titles = (body: string) => (JSON.parse(body) as RoundList).rounds.map(({ title, units }) => `${title}: ${units.join()}`)

describe.each([
  {
    route: '/municipality',
    read: (body: string) => (JSON.parse(body) as { name: string }).name,
    seen: {
      owner: 'Fjordvik',
      'leader of A': 'Fjordvik',
      'leader of B': 'Fjordvik',
      'owner elsewhere': 'Dalen',
      'leader of A elsewhere': 'Dalen',
    },
  },
  {
    route: '/units',
    read: names,
    seen: {
      owner: ['A i Fjordvik', 'B i Fjordvik'],
      'leader of A': ['A i Fjordvik'],
      'leader of B': ['B i Fjordvik'],
      'owner elsewhere': ['A i Dalen', 'B i Dalen'],
      'leader of A elsewhere': ['A i Dalen'],
    },
  },
  {
    route: '/rounds',
    read: titles,
    seen: {
      owner: ['Fjordvik, bare B: b'],
      'leader of A': [],
      'leader of B': ['Fjordvik, bare B: b'],
      'owner elsewhere': ['Dalen, alle: a,b'],
      'leader of A elsewhere': ['Dalen, alle: a'],
    },
  },
])('$route', ({ route, read, seen }) => {
  test('shows everyone only what is theirs', async () => {
    const people = await twoMunicipalities()
    for (const [who, cookie] of Object.entries(await everybody(people))) {
      const reply = await get(people, route, cookie)
      const expected = seen[who as Exclude<Who, 'visitor'>] as unknown
      if (expected === undefined)
        expect([who, reply.statusCode, reply.json<{ type: string }>().type]).toEqual([who, 401, 'urn:peil:sign-in-needed'])
      else expect([who, reply.statusCode, read(reply.body)]).toEqual([who, 200, expected])
    }
  })

  test('takes no municipality or unit from the address', async () => {
    const people = await twoMunicipalities()
    const cookie = await signedIn(people, people.fjordvik, 'a')
    for (const query of [`municipality=${people.dalen}`, 'unit=b', 'units=b', 'role=owner']) {
      expect((await get(people, `${route}?${query}`, cookie)).statusCode).toBe(400)
    }
  })
})

describe('/units/import', () => {
  const csv = 'name,sector\nNye Lia,barnehage\n'

  function send(people: PeopleApp, cookie: string | undefined, { query = '', payload = csv, type = 'text/csv', from = origin } = {}) {
    return people.app.inject({
      method: 'POST',
      url: `/api/v1/units/import${query}`,
      headers: { origin: from, 'content-type': type, ...(cookie === undefined ? {} : { cookie }) },
      payload,
    })
  }

  test('is for owners, and fills their own municipality', async () => {
    const people = await twoMunicipalities()
    const visitors = await everybody(people)
    const statuses = new Map<string, number>()
    for (const [who, cookie] of Object.entries(visitors)) {
      if (who !== 'owner elsewhere') statuses.set(who, (await send(people, cookie)).statusCode)
    }
    expect(Object.fromEntries(statuses)).toEqual({
      visitor: 401,
      owner: 200,
      'leader of A': 403,
      'leader of B': 403,
      'leader of A elsewhere': 403,
    })
    expect((await get(people, '/units', visitors.owner)).body).toContain('Nye Lia')
    expect((await get(people, '/units', visitors['owner elsewhere'])).body).not.toContain('Nye Lia')
  })

  test('names the faults, and skips them when asked to', async () => {
    const people = await twoMunicipalities()
    const owner = await signedIn(people, people.fjordvik)
    const payload = 'name,sector\nNye Lia,barnehage\nX,y\n'
    const faults = [{ line: 3, column: 'sector', reason: 'sector-unknown' }]
    expect((await send(people, owner, { payload })).json()).toEqual({ imported: 0, units: [], faults })
    expect((await send(people, owner, { payload, query: '?skipFaulty=true' })).json()).toMatchObject({ imported: 1, faults })
  })

  test('refuses another content type, another origin and more than 2 MiB', async () => {
    const people = await twoMunicipalities()
    const owner = await signedIn(people, people.fjordvik)
    expect((await send(people, owner, { type: 'application/json', payload: '{}' })).statusCode).toBe(415)
    expect((await send(people, owner, { from: 'http://elsewhere.test' })).statusCode).toBe(403)
    expect((await send(people, owner, { payload: 'x'.repeat(2 * 1024 * 1024 + 1) })).statusCode).toBe(413)
  })
})
