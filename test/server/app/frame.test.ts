import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import * as z from 'zod/mini'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../../src/server/app.ts'
import { ok } from '../../../src/domain/result.ts'
import { type Route, route } from '../../../src/server/route.ts'
import { loadWebApp } from '../../../src/server/web-app.ts'
import { problemOf } from '../../support/contributor.ts'
import { type TestServer, origin, startServer } from '../../support/server.ts'

let server: TestServer
let dist: string
const script = `console.log(${JSON.stringify('x'.repeat(5000))})`

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'peil-dist-'))
  await mkdir(join(dist, 'assets'))
  await mkdir(join(dist, '.vite'))
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Peil</title>')
  await writeFile(join(dist, 'sw.js'), 'self')
  await writeFile(join(dist, 'assets/main-abc123.js'), script)
  await writeFile(join(dist, '.vite/manifest.json'), '{}')
  const webApp = await loadWebApp(dist)
  server = await startServer([], { collectorOrigin: 'https://collector.example', ...(webApp === undefined ? {} : { webApp }) })
})
afterAll(async () => {
  await server.remove()
  await rm(dist, { recursive: true })
})

type Method = 'GET' | 'HEAD' | 'POST' | 'DELETE' | 'OPTIONS'
const ask = (method: Method, url: string, headers: Record<string, string> = {}, payload?: string) =>
  server.app.inject({ method, url, headers: { origin, ...headers }, ...(payload === undefined ? {} : { payload }) })
const json = { 'content-type': 'application/json' }

test('the server says that it runs', async () => {
  const reply = await ask('GET', '/health')
  expect([reply.statusCode, reply.json()]).toEqual([200, { ok: true }])
})

test('what is wrong with a request is said as a problem document', async () => {
  expect(problemOf(await ask('GET', '/api/v1/nothing'))).toBe('404 not-found')
  expect(problemOf(await ask('POST', '/api/nothing', json, '{}'))).toBe('404 not-found')
  expect(problemOf(await ask('GET', '/api/v1/rounds/short'))).toBe('404 not-found')
  expect(problemOf(await ask('GET', `/api/v1/rounds/${'A'.repeat(22)}`))).toBe('404 not-found')
  expect(problemOf(await ask('GET', `/api/v1/rounds/${'A'.repeat(22)}?more=1`))).toBe('400 malformed')
  expect(problemOf(await ask('GET', '/api/v1/%zz'))).toBe('400 malformed')
  expect(problemOf(await ask('POST', '/api/v1/issue', json, '{'))).toBe('400 malformed')
  expect(problemOf(await ask('POST', '/api/v1/issue', json, ''))).toBe('400 malformed')
  expect(problemOf(await ask('POST', '/api/v1/issue', json, '{"__proto__":{}}'))).toBe('400 malformed')
  expect(problemOf(await ask('POST', '/api/v1/issue', json, `"${'x'.repeat(16 * 1024)}"`))).toBe('413 too-large')
  expect(problemOf(await ask('POST', '/api/v1/issue', { 'content-type': 'text/plain' }, '{}'))).toBe('415 wrong-content-type')
  expect(problemOf(await ask('POST', '/api/v1/issue', { 'content-type': 'application/x-www-form-urlencoded' }, 'v=1'))).toBe(
    '415 wrong-content-type',
  )
  expect(problemOf(await ask('GET', '/api/v1/units'))).toBe('401 sign-in-needed')
  expect(problemOf(await ask('POST', '/api/v1/session/link', { ...json, origin: 'https://elsewhere.example' }, '{}'))).toBe(
    '403 origin-refused',
  )
  expect(server.logged).toEqual([])
})

test('what is no HTTP is answered with a problem document too', async () => {
  const address = new URL(await server.app.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(address.port), address.hostname)
  socket.write('NONSENSE\r\n\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"urn:peil:malformed"/)
})

test('a method that a path does not take is refused with those that it takes', async () => {
  const wrong = await ask('DELETE', '/api/v1/issue')
  expect([problemOf(wrong), wrong.headers['allow']]).toEqual(['405 method-not-allowed', 'POST'])
  const health = await ask('POST', '/health', json, '{}')
  expect([problemOf(health), health.headers['allow']]).toEqual(['405 method-not-allowed', 'GET, HEAD'])
  expect(problemOf(await ask('GET', '/api/v1/issue'))).toBe('405 method-not-allowed')
})

test('a request that changes something must come from the app, and a missing origin is not enough', async () => {
  const without = await server.app.inject({ method: 'DELETE', url: '/api/v1/session' })
  expect(problemOf(without)).toBe('403 origin-refused')
  expect((await ask('DELETE', '/api/v1/session')).statusCode).toBe(204)
})

test('who may call is decided before the body is read', async () => {
  expect(problemOf(await ask('POST', '/api/v1/units/import', json, `{${'x'.repeat(3 * 1024 * 1024)}`))).toBe('401 sign-in-needed')
})

test('the app on another origin than the collector may contribute there, without credentials', async () => {
  for (const path of ['/api/v1/contributions', '/api/v1/collector']) {
    const preflight = await ask('OPTIONS', path, { 'access-control-request-method': 'POST' })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe(origin)
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined()
    expect((await ask('OPTIONS', path, { origin: 'https://elsewhere.example' })).headers['access-control-allow-origin']).toBeUndefined()
  }
  expect((await ask('GET', '/api/v1/collector')).headers['access-control-allow-origin']).toBe(origin)
  expect((await ask('GET', '/api/v1/session')).headers['access-control-allow-origin']).toBeUndefined()
})

const policy = (connect: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src ${connect}`,
    `manifest-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join(';')
const securityHeaders = {
  'content-security-policy': policy(`'self' https://collector.example`),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
/** What says something else about an answer than how a browser is to keep it in. */
const aboutTheAnswer =
  /^(date|connection|content-(type|length|encoding)|cache-control|etag|vary|allow|retry-after|access-control-.*|permissions-policy)$/
const securityHeadersOf = ({ headers }: Pick<Awaited<ReturnType<typeof ask>>, 'headers'>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !aboutTheAnswer.test(name)))

test('every answer carries the security headers, these and no others, also where it refuses', async () => {
  const index = await ask('GET', '/')
  const answers = [
    index,
    await ask('HEAD', '/'),
    await ask('GET', '/', { 'if-none-match': String(index.headers['etag']) }),
    await ask('GET', '/assets/main-abc123.js'),
    await ask('GET', '/health'),
    await ask('GET', '/api/v1/collector'),
    await ask('OPTIONS', '/api/v1/collector'),
    await ask('GET', '/api/v1/nothing'),
    await ask('GET', '/api/v1/units'),
    await ask('DELETE', '/api/v1/issue'),
    await ask('POST', '/api/v1/issue', json, '{'),
    await ask('POST', '/api/v1/issue', { 'content-type': 'text/plain' }, '{}'),
    await ask('POST', '/api/v1/contributions', json, `"${'x'.repeat(16 * 1024)}"`),
    await ask('DELETE', '/api/v1/session'),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 304, 200, 200, 200, 204, 404, 401, 405, 400, 415, 413, 204])
  for (const answer of answers) {
    const { 'set-cookie': _cookie, ...others } = securityHeadersOf(answer)
    expect(others).toEqual(securityHeaders)
    expect(answer.headers['permissions-policy']).toMatch(/^camera=\((self)?\), geolocation=\(\), microphone=\(\), payment=\(\), usb=\(\)$/)
  }
})

test('pages may ask for the camera, to scan a slip; nothing else may', async () => {
  const policyOf = async (url: string): Promise<unknown> => (await ask('GET', url)).headers['permissions-policy']
  for (const page of ['/', '/bidra', '/r', '/kartlegging/barnehage.1.x', '/apier']) expect(await policyOf(page)).toContain('camera=(self)')
  for (const other of ['/api/v1/collector', '/api', '/api?x', '/assets/main-abc123.js', '/health'])
    expect(await policyOf(other)).toContain('camera=()')
})

test('where the app is reached over TLS, browsers are told to stay there; a collector in the same place needs no other leave', async () => {
  const secure = await startServer([], { publicOrigin: 'https://peil.example', collectorOrigin: 'https://peil.example' })
  expect(securityHeadersOf(await secure.app.inject('/health'))).toEqual({
    ...securityHeaders,
    'content-security-policy': policy(`'self'`),
    'strict-transport-security': 'max-age=31536000',
  })
  await secure.remove()
})

test('files of the app are sent compressed, and kept for as long as their name says', async () => {
  const asset = await ask('GET', '/assets/main-abc123.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(asset.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
  expect(brotliDecompressSync(asset.rawPayload).toString()).toBe(script)
  const zipped = await ask('GET', '/assets/main-abc123.js', { 'accept-encoding': 'gzip, br;q=0' })
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(script)
  expect((await ask('GET', '/assets/main-abc123.js')).body).toBe(script)

  for (const url of ['/', '/index.html', '/sw.js']) {
    const page = await ask('GET', url)
    expect(page.headers['cache-control']).toBe('no-cache')
    expect((await ask('GET', url, { 'if-none-match': String(page.headers['etag']) })).statusCode).toBe(304)
  }
})

test('an address inside the app gives the app, a missing file does not', async () => {
  for (const url of ['/r', '/resultat?x=1', '/enhet/bekken/plan', '/kartlegging/punkt/barnehage.3.photo-consent']) {
    const reply = await ask('GET', url)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  }
  for (const url of [
    '/assets/gone.js',
    '/missing.png',
    '/api/resultat',
    '/api',
    '/.vite/manifest.json',
    '/../package.json',
    '/%2e%2e/package.json',
  ])
    expect(problemOf(await ask('GET', url))).toBe('404 not-found')
  expect(problemOf(await ask('POST', '/r', json, '{}'))).toBe('404 not-found')
  expect((await ask('HEAD', '/')).body).toBe('')
})

const broken = (handle: () => Promise<never>): Route =>
  route({ method: 'GET', path: '/broken', summary: 'Fails', roles: ['public'], reply: z.strictObject({}), handle })

test('a fault of ours says nothing of itself to the caller, and its cause to the operator, without the request', async () => {
  const logged: string[] = []
  const app = createApp({
    clock: () => new Date(0),
    random: (bytes) => new Uint8Array(bytes),
    log: (level, message, details) => logged.push(JSON.stringify({ level, message, ...details })),
    publicOrigin: origin,
    collectorOrigin: origin,
    trustProxy: [],
    authenticate: () => Promise.resolve(undefined),
    routes: [broken(() => Promise.reject(new Error('the disk is full')))],
  })
  const reply = await app.inject({ url: '/api/v1/broken', headers: { 'user-agent': 'marker-agent' } })
  expect(problemOf(reply)).toBe('500 internal')
  expect(reply.body).not.toContain('disk')
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('the disk is full')
  expect(logged[0]).not.toContain('marker-agent')
  await app.close()
})

test('a route that does not say who may call it cannot be declared', () => {
  const nobody: unknown = []
  const roles = nobody as readonly ['owner']
  expect(() =>
    route({ method: 'GET', path: '/x', summary: 'x', roles, reply: z.strictObject({}), handle: () => Promise.resolve(ok({})) }),
  ).toThrow('who may call')
})
