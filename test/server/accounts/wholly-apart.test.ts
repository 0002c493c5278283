import { afterAll, beforeAll, expect, test } from 'vitest'
import { profileFile } from '../../../src/protocol/profile.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { loadPack } from '../../../src/server/registry/own-packs.ts'
import { saveProfile } from '../../../src/server/registry/profiles.ts'
import { saveUnits } from '../../../src/server/registry/units.ts'
import { tablesOf } from '../../../src/server/store/stores.ts'
import { ownPack } from '../../support/own-pack.ts'
import { ownProfile } from '../../support/profile.ts'
import { type TestServer, day, origin, startServer } from '../../support/server.ts'

type Operation = {
  readonly 'x-peil-roles': readonly string[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
}

/** The municipality that must not be seen has words of its own, and shares its unit ids with the other. */
const units = (word: string) =>
  [
    { unit: 'a', name: `${word} A`, sector: 'barnehage' },
    { unit: 'b', name: `${word} B`, sector: 'skole' },
  ] as const
const title = 'Hemmelig runde'

let server: TestServer
let elsewhere: string
let operations: { method: string; path: string; operation: Operation }[]
/** What stands in a path for the municipality that must not be seen. A parameter without a value here fails the tests. */
let values: Readonly<Record<string, readonly string[]>>
let strangers: Readonly<Record<'owner' | 'leader', string>>
let neighbour: string

beforeAll(async () => {
  server = await startServer(units('Skjult'))
  const heads = [
    { unit: 'a', headcount: { teacher: 5 } },
    { unit: 'b', headcount: { teacher: 5 } },
  ]
  const released = await server.openRound(heads, { title, participantsSeeResults: false })
  await server.closeRound(released.round)
  const closes = new Date(server.clock().getTime() + 200 * day).toISOString()
  const open = await server.openRound(heads.slice(0, 1), { title, participantsSeeResults: false, closes })
  const pack = await loadPack(server.stores.issuer, server.municipality, await ownPack('sfo'), { who: 'operator', now: server.clock() })
  const { words, ...profile } = ownProfile()
  const hidden = { ...profile, words: { nb: { ...words['nb'], name: 'Skjult plan', goals: { 'shared-practice': 'Skjult mål' } } } }
  const saved = await saveProfile(
    server.stores.issuer,
    server.municipality,
    { v: 1, file: profileFile.parse(hidden) },
    { who: 'operator', now: server.clock() },
  )
  expect(saved.ok).toBe(true)
  values = {
    round: [released.round, open.round],
    unit: ['a', 'b'],
    sha256: pack.ok ? [pack.value.sha256] : [],
    municipality: [server.municipality],
  }
  elsewhere = (await createMunicipality(server.stores.issuer, 'Dalen')).id
  await saveUnits(server.stores.issuer, elsewhere, units('Egen'))
  strangers = {
    owner: await server.signIn({ role: 'owner', municipality: elsewhere }),
    leader: await server.signIn({ role: 'leader', municipality: elsewhere, unit: 'a' }),
  }
  neighbour = await server.signIn({ role: 'leader', municipality: server.municipality, unit: 'b' })
  const { paths } = (await server.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
})
afterAll(() => server.remove())

/** Every address of an operation, with every id of the hidden municipality in every place. */
function addressesOf(path: string): readonly string[] {
  const [place, name = ''] = /\{(\w+)\}/.exec(path) ?? []
  if (place === undefined) return [path]
  const known = values[name]
  if (known === undefined) throw new Error(`${path}: say in this test what {${name}} is for the hidden municipality`)
  return known.flatMap((value) => addressesOf(path.replace(place, value)))
}

function ask(method: string, url: string, cookie: string, operation: Operation) {
  const type = Object.keys(operation.requestBody?.content ?? {})[0]
  const json = method === 'PUT' ? { v: 1, shipped: 'orebro' } : { municipality: server.municipality, unit: 'a' }
  const payload = type === 'text/csv' ? 'unit,name,sector\na,Overtatt,sfo\n' : JSON.stringify(json)
  return server.app.inject({
    method: method as 'POST',
    url,
    headers: { origin, cookie, 'if-match': '*', ...(type === undefined ? {} : { 'content-type': type }) },
    ...(type === undefined ? {} : { payload }),
  })
}

/** For people who sign in: at least where results are kept to them, as here. */
const isFor = ({ path, operation }: (typeof operations)[number]) => !operation['x-peil-roles'].includes('public') || path.includes('{unit}')

test('whatever a stranger asks with ids of this municipality, no word of it comes back', async () => {
  const words = ['Skjult', 'Fjordvik', title, server.municipality, ...(values['round'] ?? [])]
  const asked: string[] = []
  for (const { method, path, operation } of operations.filter(isFor)) {
    for (const url of addressesOf(path)) {
      for (const [who, cookie] of Object.entries(strangers)) {
        const { statusCode, body } = await ask(method, url, cookie, operation)
        asked.push(`${method} ${path}`)
        const told = words.filter((word) => body.includes(word))
        expect([who, method, url, told]).toEqual([who, method, url, []])
        if (path.includes('{')) expect([who, method, url, statusCode >= 400 && statusCode < 500]).toEqual([who, method, url, true])
      }
    }
  }
  expect(new Set(asked).size).toBe(operations.filter(isFor).length)
})

test('a leader is told nothing of a unit that is another leader’s', async () => {
  for (const { method, path, operation } of operations.filter(isFor)) {
    for (const url of addressesOf(path).filter((each) => !each.endsWith('/b'))) {
      const { statusCode, body } = await ask(method, url, neighbour, operation)
      expect([method, url, body.includes('Skjult A')]).toEqual([method, url, false])
      if (path.includes('{unit}')) expect([method, url, statusCode >= 400 && statusCode < 500]).toEqual([method, url, true])
    }
  }
})

/** Who is signed in changes with every sign-in and sign-out. */
const passing = ['session', 'sign_in_link']

/** Every row that belongs to a municipality, in whatever table. */
async function rowsOf(municipality: string): Promise<string> {
  const { issuer, released } = server.stores
  const rows: unknown[] = [await released.all('SELECT * FROM released ORDER BY round')]
  for (const { name, columns } of tablesOf('issuer').filter((table) => !passing.includes(table.name))) {
    const own = name === 'municipality' ? 'id' : columns.find((column) => column.name === 'municipality')?.name
    if (own !== undefined) rows.push(name, await issuer.all(`SELECT * FROM ${name} WHERE ${own} = $1`, municipality))
  }
  return JSON.stringify(rows)
}

test('whatever a stranger does, nothing of this municipality changes', async () => {
  const before = await rowsOf(server.municipality)
  expect(before).toContain('Skjult A')
  for (const { method, path, operation } of operations) {
    for (const url of addressesOf(path)) {
      const cookie = await server.signIn({ role: 'owner', municipality: elsewhere })
      await ask(method, url, cookie, operation)
    }
  }
  expect(await rowsOf(server.municipality)).toBe(before)
  expect(await rowsOf(elsewhere)).toContain('Overtatt')
  expect(await rowsOf(elsewhere)).toContain('orebro')
})
