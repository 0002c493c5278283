import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ok } from '../../../src/domain/result.ts'
import { createApp } from '../../../src/server/app.ts'
import { nothing, route as declare } from '../../../src/server/route.ts'
import { type Schema, badBodies, badParameters, badQueries, marker, sampleOf } from '../../support/bad-input.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

type Operation = {
  readonly 'x-peil-roles': readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
type Described = { readonly method: string; readonly path: string; readonly operation: Operation }

let server: TestServer
let routes: readonly Described[]

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  const { paths } = (await server.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
})
afterAll(() => server.remove())

type Sent = { readonly payload?: string | Buffer; readonly headers?: Readonly<Record<string, string>>; readonly url?: string }

/** Sends what a route is open for: otherwise the refusal would come before the input is looked at. */
async function send({ method, path, operation }: Described, { payload, headers = {}, url }: Sent) {
  const { municipality } = server
  const roles = operation['x-peil-roles']
  const as = roles.includes('owner')
    ? ({ role: 'owner', municipality } as const)
    : ({ role: 'leader', municipality, unit: 'bekken' } as const)
  const cookie = roles.includes('public') || 'cookie' in headers ? {} : { cookie: await server.signIn(as) }
  return server.app.inject({
    method: method as 'POST',
    url: url ?? addressOf(path, operation),
    headers: { origin, 'content-type': 'application/json', ...cookie, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
}

/** The address with sound parameters. */
function addressOf(path: string, { parameters = [] }: Operation, other: Readonly<Record<string, string>> = {}): string {
  return path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => other[name] ?? String(sampleOf(parameters.find((each) => each.name === name)?.schema ?? {})),
  )
}

type Reply = Awaited<ReturnType<typeof send>>

/** What is wrong with an answer to bad input, if anything. */
function wrongWith(reply: Reply): string | undefined {
  if (reply.statusCode < 400 || reply.statusCode > 499) return `answered ${reply.statusCode}`
  if (!String(reply.headers['content-type']).startsWith('application/problem+json')) return `is ${String(reply.headers['content-type'])}`
  const { type, title, status } = reply.json<{ type?: string; title?: string; status?: number }>()
  if (status !== reply.statusCode || title === undefined || !type?.startsWith('urn:peil:')) return `says ${reply.body}`
  return reply.body.includes(marker) ? 'repeats the input' : undefined
}

/** The form is looked at before anything else: nothing about codes, tokens or rounds is told to what has none. */
function wrongKind(reply: Reply, kind: string | undefined): string | undefined {
  const told = reply.json<{ type: string }>().type.replace('urn:peil:', '')
  return (kind === undefined ? ['malformed', 'too-large'] : [kind]).includes(told) ? undefined : `is ${told}`
}

const bodyOf = ({ operation }: Described, type: string): Schema | undefined => operation.requestBody?.content[type]?.schema

test('a body of any other form than documented is refused with a problem document', async () => {
  const wrong: string[] = []
  let tried = 0
  for (const route of routes) {
    const schema = bodyOf(route, 'application/json')
    for (const { what, kind, ...sent } of schema === undefined ? [] : badBodies(schema)) {
      tried += 1
      const reply = await send(route, sent)
      const fault = wrongWith(reply) ?? wrongKind(reply, kind)
      if (fault !== undefined) wrong.push(`${route.method} ${route.path}: ${what.slice(0, 80)} ${fault}`)
    }
  }
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(200)
  expect(server.logged).toEqual([])
}, 60_000)

test('so is a parameter or a query that no route has', async () => {
  const wrong: string[] = []
  for (const route of routes) {
    const parameters = (route.operation.parameters ?? []).filter((each) => each.in === 'path')
    const urls = [
      ...parameters.flatMap(({ name }) => badParameters.map((value) => addressOf(route.path, route.operation, { [name]: value }))),
      ...badQueries.map((query) => `${addressOf(route.path, route.operation)}?${query}`),
    ]
    const csv = bodyOf(route, 'text/csv') === undefined ? {} : { headers: { 'content-type': 'text/csv' }, payload: 'name,sector\nA,sfo\n' }
    const json = bodyOf(route, 'application/json')
    for (const url of urls) {
      const fault = wrongWith(
        await send(route, { url, ...csv, ...(json === undefined ? {} : { payload: JSON.stringify(sampleOf(json)) }) }),
      )
      if (fault !== undefined) wrong.push(`${route.method} ${url.slice(0, 100)} ${fault}`)
    }
  }
  // A query that one route has is no bad one there.
  expect(wrong.filter((each) => !/import\?only=4601/.test(each))).toEqual([])
  expect(server.logged).toEqual([])
}, 60_000)

test('a route without a body never minds one that is broken', async () => {
  for (const route of routes.filter(({ operation }) => operation.requestBody === undefined)) {
    for (const payload of ['{', marker, 'x'.repeat(40_000), '\u0000']) {
      if (route.method === 'GET') continue
      const reply = await send(route, { payload })
      expect([route.path, reply.statusCode < 500]).toEqual([route.path, true])
    }
  }
  expect(server.logged).toEqual([])
})

test('a file of any bytes is read or refused, and never fails', async () => {
  const route = routes.find((each) => bodyOf(each, 'text/csv') !== undefined)
  if (route === undefined) throw new Error('no route takes a file')
  const cookie = await server.signIn({ role: 'owner', municipality: server.municipality })
  const csv = { 'content-type': 'text/csv', cookie }
  const headings = [
    'name,sector',
    'Orgnr;Navn;ErAktiv;ErSkole;ErGrunnskole',
    'Skolenhetskod\tNamn\tStatus\tSkolform',
    '\uFEFFunit;name;sector',
    'sep=;',
  ]
  const cells = fc.oneof(
    fc.string(),
    fc.constantFrom('"', '""', ';', ',', '\t', '\r\n', '\u0000', '974100011', 'true', 'Aktiv', '__proto__', marker),
  )
  const table = fc
    .tuple(fc.constantFrom(...headings), fc.array(cells, { maxLength: 30 }))
    .map(([head, rest]) => Buffer.from(`${head}\n${rest.join(';')}`))
  const file = fc.oneof(
    table,
    table,
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  )
  await fc.assert(
    fc.asyncProperty(file, async (payload) => {
      const reply = await send(route, { payload, headers: csv })
      if (reply.statusCode !== 200) expect(wrongWith(reply)).toBeUndefined()
    }),
    { numRuns: 200 },
  )
  for (const payload of [
    '',
    '"'.repeat(1_000_000),
    ','.repeat(1_000_000),
    '\n'.repeat(1_000_000),
    `name,sector\n${'"a\n'.repeat(300_000)}`,
  ]) {
    const reply = await send(route, { payload, headers: csv })
    expect([payload.slice(0, 20), reply.statusCode < 500]).toEqual([payload.slice(0, 20), true])
  }
  for (const type of ['application/json', 'text/plain', 'application/vnd.ms-excel', '']) {
    const { statusCode } = await send(route, { payload: 'name,sector\nA,sfo\n', headers: { 'content-type': type } })
    expect([type, statusCode]).toEqual([type, 415])
  }
  expect(wrongWith(await send(route, { payload: 'x'.repeat(2 * 1024 * 1024 + 1), headers: csv }))).toBeUndefined()
  expect(server.logged).toEqual([])
}, 120_000)

test('text that is not UTF-8 is refused even where any text is taken', async () => {
  const told: string[] = []
  const listen = declare({
    ...{ method: 'POST', path: '/listen', summary: '', roles: ['public'], anyOrigin: true },
    body: z.strictObject({ text: z.string() }),
    reply: nothing,
    status: 204,
    handle({ body }) {
      told.push(body.text)
      return Promise.resolve(ok(undefined))
    },
  })
  const places = { publicOrigin: origin, collectorOrigin: origin, trustProxy: [] }
  const authenticate = () => Promise.resolve(undefined)
  const app = createApp({ ...places, clock: () => new Date(), random: randomBytes, log: () => undefined, authenticate, routes: [listen] })
  const say = (encoding: BufferEncoding) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/listen',
      headers: { 'content-type': 'application/json' },
      payload: Buffer.from('\uFEFF{"text":"åpen"}'.slice(encoding === 'latin1' ? 1 : 0), encoding),
    })
  expect((await say('utf8')).statusCode).toBe(204)
  for (const encoding of ['latin1', 'utf16le'] as const) expect([encoding, wrongWith(await say(encoding))]).toEqual([encoding, undefined])
  expect(told).toEqual(['åpen'])
  await app.close()
})
