import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack } from '../../../src/server/registry/own-packs.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { saveProfile } from '../../../src/server/registry/profiles.ts'
import { saveUnits } from '../../../src/server/registry/units.ts'
import { ownPack } from '../../support/own-pack.ts'
import { ownProfile } from '../../support/profile.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

const units = [
  { unit: 'a', name: 'A', sector: 'barnehage' },
  { unit: 'b', name: 'B', sector: 'skole' },
] as const

const callers = ['visitor', 'owner', 'leader of a', 'leader of b', 'owner elsewhere', 'leader of a elsewhere'] as const
type Caller = (typeof callers)[number]

let server: TestServer
let cookies: Readonly<Record<Caller, string | undefined>>
/** `shared`: whoever has its id may read results. `kept`: only those who sign in. Both released. `open`: not yet. `pack`: an own pack. */
let rounds: Readonly<Record<'shared' | 'kept' | 'open' | 'pack', string>>

async function openedRound(more: { participantsSeeResults?: boolean; closes?: string }): Promise<string> {
  const heads = units.map(({ unit }) => ({ unit, headcount: { teacher: 5 } }))
  return (await server.openRound(heads, more)).round
}

beforeAll(async () => {
  server = await startServer(units)
  const shared = await openedRound({})
  await server.closeRound(shared)
  const spaced = (days: number) => new Date(server.clock().getTime() + days * 86_400_000).toISOString()
  const kept = await openedRound({ participantsSeeResults: false, closes: spaced(130) })
  await server.closeRound(kept)
  const open = await openedRound({ closes: spaced(400) })
  const loaded = await loadPack(server.stores.issuer, server.municipality, await ownPack('sfo'), { who: 'operator', now: server.clock() })
  await saveProfile(server.stores.issuer, server.municipality, { v: 1, file: ownProfile() }, { who: 'operator', now: server.clock() })
  rounds = { shared, kept, open, pack: loaded.ok ? loaded.value.sha256 : '' }

  const elsewhere = (await createMunicipality(server.stores.issuer, 'Dalen')).id
  await saveUnits(server.stores.issuer, elsewhere, units)
  const { municipality } = server
  cookies = {
    visitor: undefined,
    owner: await server.signIn({ role: 'owner', municipality }),
    'leader of a': await server.signIn({ role: 'leader', municipality, unit: 'a' }),
    'leader of b': await server.signIn({ role: 'leader', municipality, unit: 'b' }),
    'owner elsewhere': await server.signIn({ role: 'owner', municipality: elsewhere }),
    'leader of a elsewhere': await server.signIn({ role: 'leader', municipality: elsewhere, unit: 'a' }),
  }
})
afterAll(() => server.remove())

/** Statuses in the order of `callers`. `{shared}`, `{kept}` and `{open}` are rounds of the first municipality. */
const matrix: Readonly<Record<string, readonly [number, number, number, number, number, number]>> = {
  'GET /health': [200, 200, 200, 200, 200, 200],
  'GET /ready': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/openapi.json': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/configuration': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/rounds/{open}': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/rounds/{open}/joined': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/rounds/{open}/profile': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/packs/{pack}': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/collector': [200, 200, 200, 200, 200, 200],
  'POST /api/v1/issue': [400, 400, 400, 400, 400, 400],
  'POST /api/v1/contributions': [400, 400, 400, 400, 400, 400],
  'GET /api/v1/session': [200, 200, 200, 200, 200, 200],
  'POST /api/v1/session/link': [400, 400, 400, 400, 400, 400],
  'GET /api/v1/municipality': [401, 200, 200, 200, 200, 200],
  'GET /api/v1/units': [401, 200, 200, 200, 200, 200],
  'GET /api/v1/rounds': [401, 200, 200, 200, 200, 200],
  'GET /api/v1/profile': [401, 200, 200, 200, 200, 200],
  'PUT /api/v1/profile': [401, 400, 403, 403, 400, 403],
  'GET /api/v1/audit': [401, 200, 403, 403, 200, 403],
  'POST /api/v1/units/import': [401, 415, 403, 403, 415, 403],
  'POST /api/v1/rounds/{shared}/close': [401, 200, 403, 403, 403, 403],
  'GET /api/v1/rounds/{shared}/results': [401, 200, 403, 403, 403, 403],
  'GET /api/v1/rounds/{kept}/results': [401, 200, 403, 403, 403, 403],
  'GET /api/v1/rounds/{open}/results': [404, 404, 404, 404, 404, 404],
  'GET /api/v1/rounds/{shared}/results/a': [200, 200, 200, 200, 200, 200],
  'GET /api/v1/rounds/{kept}/results/a': [401, 200, 200, 403, 403, 403],
  'GET /api/v1/rounds/{kept}/results/b': [401, 200, 403, 200, 403, 403],
  'GET /api/v1/rounds/{open}/results/a': [404, 404, 404, 404, 404, 404],
  // Last, for it ends the sessions.
  'DELETE /api/v1/session': [204, 204, 204, 204, 204, 204],
}

/** Unsafe methods come from the app's own pages, with an empty message: what counts is whether it would have been read. */
async function statusFor(call: string, cookie: string | undefined): Promise<number> {
  const [method, path = ''] = call.split(' ')
  const sends = method === 'POST' || method === 'PUT'
  const reply = await server.app.inject({
    method: method as 'GET',
    url: path.replace(/\{(shared|kept|open|pack)\}/, (_, name: keyof typeof rounds) => rounds[name]),
    headers: { origin, ...(cookie === undefined ? {} : { cookie }), ...(sends ? { 'content-type': 'application/json' } : {}) },
    ...(sends ? { payload: '{}' } : {}),
  })
  return reply.statusCode
}

test('every route, called by everyone, answers only those who may call it', async () => {
  const answered: Record<string, number[]> = {}
  for (const call of Object.keys(matrix)) {
    answered[call] = []
    for (const caller of callers) answered[call].push(await statusFor(call, cookies[caller]))
  }
  expect(answered).toEqual(matrix)
})

test('no route is missing from the matrix', async () => {
  const { paths } = (await server.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, object> }>()
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll('{round}', '{}').replaceAll('{unit}', '{}').replaceAll('{sha256}', '{}')}`,
    ),
  )
  const tried = Object.keys(matrix).map((call) => call.replace(/\{\w+\}/, '{}').replace(/results\/[ab]$/, 'results/{}'))
  expect(new Set(described)).toEqual(new Set(tried))
})
