import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assembleApp } from '../../../src/server/assemble.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

type Operation = {
  'x-peil-roles'?: readonly string[]
  parameters?: readonly { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> }
  responses: Record<string, unknown>
}
type Described = { openapi: string; paths: Record<string, Record<string, Operation>> }

let server: TestServer
let described: Described
let operations: { method: string; path: string; operation: Operation }[]

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  described = (await server.app.inject('/api/v1/openapi.json')).json()
  operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
})
afterAll(() => server.remove())

test('the description lists every route of the protocol with who may call it', () => {
  expect(described.openapi).toMatch(/^3\.1/)
  const roles = Object.fromEntries(
    operations.map(({ method, path, operation }) => [`${method} ${path}`, operation['x-peil-roles']?.join(' ')]),
  )
  expect(roles).toMatchObject({
    'GET /health': 'public',
    'GET /ready': 'public',
    'GET /api/v1/openapi.json': 'public',
    'GET /api/v1/rounds/{round}': 'public',
    'GET /api/v1/rounds/{round}/joined': 'public',
    'POST /api/v1/issue': 'public',
    'POST /api/v1/contributions': 'public',
    'GET /api/v1/collector': 'public',
    'GET /api/v1/rounds/{round}/results': 'owner',
    'GET /api/v1/rounds/{round}/results/{unit}': 'public',
    'POST /api/v1/session/link': 'public',
    'GET /api/v1/packs/{sha256}': 'public',
    'GET /api/v1/profile': 'owner leader',
    'PUT /api/v1/profile': 'owner',
    'GET /api/v1/rounds/{round}/profile': 'public',
    'GET /api/v1/session': 'public',
    'DELETE /api/v1/session': 'public',
  })
  const keepers = operations.filter(({ operation }) => '304' in operation.responses).map(({ path }) => path)
  expect(keepers).toEqual([
    '/api/v1/openapi.json',
    '/api/v1/configuration',
    '/api/v1/rounds/{round}',
    '/api/v1/rounds/{round}/results',
    '/api/v1/rounds/{round}/results/{unit}',
    '/api/v1/packs/{sha256}',
    '/api/v1/profile',
    '/api/v1/rounds/{round}/profile',
  ])
  for (const each of Object.values(roles)) expect(each).toMatch(/^(public|owner|leader|owner leader|leader owner)$/)
})

test('no route answers that is not described', async () => {
  const app = assembleApp({
    stores: server.stores,
    clock: server.clock,
    random: randomBytes,
    log: () => undefined,
    publicOrigin: origin,
    collectorOrigin: origin,
    trustProxy: [],
  })
  const registered: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    registered.push(`${String(method)} ${url.replace(/:([^/]+)/g, '{$1}')}`)
  })
  await app.ready()
  const expected = operations.map(({ method, path }) => `${method} ${path}`)
  expect(registered.filter((each) => !each.startsWith('HEAD ')).toSorted()).toEqual(expected.toSorted())
  await app.close()
})

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ maxLength: 400 }),
  fc.constant('A'.repeat(22)),
  fc.constant('A'.repeat(43)),
  fc.constant('A'.repeat(342)),
  fc.constant(1),
  fc.constant(''),
)

/** Bodies that come near: some of the fields, with values of every kind, sometimes one too many. */
function bodies(operation: Operation): fc.Arbitrary<string | undefined> {
  const schema = operation.requestBody?.content['application/json']?.schema
  const names = Object.keys(schema?.properties ?? { other: {} })
  const near = fc.dictionary(fc.constantFrom(...names, 'extra'), anything).map((body) => JSON.stringify(body))
  return fc.oneof(
    near,
    near,
    anything.map((each) => JSON.stringify(each)),
    fc.string(),
    fc.constant(undefined),
  )
}

test('whatever is sent to a route, the answer is a documented one and never a fault of ours', async () => {
  const cookies = [undefined, await server.signIn({ role: 'owner', municipality: server.municipality }), 'peil=%zz; =; ;;']
  for (const { method, path, operation } of operations) {
    const request = fc.record({
      id: fc.oneof(fc.constant('A'.repeat(22)), fc.string({ minLength: 1, maxLength: 120 }).map(encodeURIComponent), fc.constant('bekken')),
      payload: bodies(operation),
      type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/csv', 'text/plain', 'application/xml', ''),
      cookie: fc.constantFrom(...cookies),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ id, payload, type, cookie }) => {
        const reply = await server.app.inject({
          method: method as 'POST',
          url: path.replace(/\{[^}]+\}/g, id),
          headers: { origin, ...(type === '' ? {} : { 'content-type': type }), ...(cookie === undefined ? {} : { cookie }) },
          ...(payload === undefined || method === 'GET' ? {} : { payload }),
        })
        expect(reply.statusCode).toBeLessThan(500)
        if (reply.statusCode >= 400) expect(reply.headers['content-type']).toContain('application/problem+json')
      }),
      { numRuns: 60 },
    )
  }
  expect(server.logged).toEqual([])
})
