import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, problemOf } from '../../support/contributor.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

type Operation = { readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> } }
type Described = { readonly method: string; readonly path: string; readonly operation: Operation }

let server: TestServer
let operations: readonly Described[]
let owner: string

beforeAll(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }], { trustProxy: ['127.0.0.1'] })
  owner = await server.signIn({ role: 'owner', municipality: server.municipality })
  const { paths } = (await server.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
})
afterAll(() => server.remove())

/** The two that carry no authority of the browser (protocol, section 4). */
const fromAnywhere = ['/api/v1/issue', '/api/v1/contributions']
const foreign = [
  undefined,
  'null',
  '',
  'http://evil.example',
  `${origin}.evil.example`,
  `${origin}0`,
  `${origin}/`,
  origin.toUpperCase(),
  origin.replace('http:', 'https:'),
  origin.replace('//', '//evil.example@'),
  `${origin}, http://evil.example`,
  `${origin} http://evil.example`,
]

describe('a page of somebody else in the browser of an owner', () => {
  const sent = ({ method, path, operation }: Described, from: string | undefined, more: Record<string, string> = {}) =>
    server.app.inject({
      method: method as 'POST',
      url: path,
      headers: {
        cookie: owner,
        'content-type': Object.keys(operation.requestBody?.content ?? { 'application/json': {} })[0] ?? '',
        ...(from === undefined ? {} : { origin: from }),
        ...more,
      },
      payload: 'unit,name,sector\nx,X,sfo\n',
    })

  test('can do nothing that changes anything: every unsafe route refuses an origin that is missing, or is not exactly ours', async () => {
    const unsafe = operations.filter(({ method, path }) => method !== 'GET' && !fromAnywhere.includes(path))
    expect(unsafe.length).toBeGreaterThan(2)
    for (const route of unsafe) {
      for (const from of foreign) {
        expect([route.path, from, problemOf(await sent(route, from))]).toEqual([route.path, from, '403 origin-refused'])
      }
      // Where it says it comes from counts for nothing beside that.
      const dressed = { referer: `${origin}/`, 'sec-fetch-site': 'same-origin', 'x-forwarded-host': 'evil.example', host: 'localhost:8080' }
      expect(problemOf(await sent(route, 'http://evil.example', dressed))).toBe('403 origin-refused')
    }
    expect((await server.stores.issuer.all('SELECT unit FROM unit')).map(({ unit }) => unit)).toEqual(['bekken'])
    expect((await call(server.app, 'GET', '/session', undefined, { headers: { cookie: owner } })).json()).toMatchObject({ role: 'owner' })
  })

  test('reads nothing: no answer lets another origin in, and what may be sent from anywhere looks at no cookie', async () => {
    for (const { method, path } of operations) {
      const { headers } = await server.app.inject({
        method: method as 'GET',
        url: path,
        headers: { cookie: owner, origin: 'http://evil.example' },
      })
      expect([path, headers['access-control-allow-origin'], headers['access-control-allow-credentials']]).toEqual([
        path,
        undefined,
        undefined,
      ])
      const preflight = await server.app.inject({ method: 'OPTIONS', url: path, headers: { origin: 'http://evil.example' } })
      expect([path, preflight.headers['access-control-allow-origin']]).toEqual([path, undefined])
    }
    for (const path of fromAnywhere) {
      const ask = (cookie?: string) =>
        call(server.app, 'POST', path.replace('/api/v1', ''), '{}', cookie === undefined ? {} : { headers: { cookie } })
      const [signedIn, visitor] = [await ask(owner), await ask()]
      expect([signedIn.body, signedIn.headers['set-cookie']]).toEqual([visitor.body, undefined])
    }
  })

  test('cannot put the app into a frame, nor take its forms or scripts elsewhere', async () => {
    const policy = String((await server.app.inject('/')).headers['content-security-policy'])
    for (const rule of [`frame-ancestors 'none'`, `form-action 'self'`, `base-uri 'none'`, `script-src 'self';`])
      expect(policy).toContain(rule)
  })
})

describe('whatever a request says about host, protocol or way', () => {
  const lies: readonly Record<string, string>[] = [
    { host: 'evil.example' },
    { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example;proto=https' },
    { 'x-forwarded-host': 'evil.example', 'x-original-url': '/api/v1/units', 'x-rewrite-url': '/api/v1/units' },
    { 'x-forwarded-for': '10.0.0.1, evil', 'x-real-ip': 'evil', via: 'evil' },
  ]

  test('the answers stay the same, and send nobody anywhere', async () => {
    const visible = ['/', '/r', '//evil.example', '//evil.example/..', '/\\evil.example', '/inn?next=//evil.example']
    const urls = [...operations.filter(({ method, path }) => method === 'GET' && !path.includes('{')).map(({ path }) => path), ...visible]
    for (const url of urls) {
      const ask = async (headers: Record<string, string>) => {
        const reply = await server.app.inject({ url, headers: { cookie: owner, ...headers } })
        const { date: _date, ...rest } = reply.headers
        return { status: reply.statusCode, headers: rest, body: reply.body }
      }
      const plain = await ask({})
      expect([url, plain.status < 300 || plain.status >= 400, plain.headers['location'], plain.headers['refresh']]).toEqual([
        url,
        true,
        undefined,
        undefined,
      ])
      for (const headers of lies) expect([url, await ask(headers)]).toEqual([url, plain])
    }
  })
})
