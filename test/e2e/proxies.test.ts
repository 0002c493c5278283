import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initialised } from '../../src/protocol/admin.ts'
import { textOf } from '../docs/guide.ts'
import { type Proxy, type ProxyKind, startProxy } from '../support/proxy.ts'
import { type ServerProcess, freePort, prepareServer } from '../support/server-process.ts'

/** The blocks of the operator's guide as they stand, but for names, ports and the certificate. */
const guides: Readonly<Record<ProxyKind, (ports: Ports, certificate: string, key: string) => string>> = {
  nginx: ({ proxy, server }, certificate, key) =>
    textOf('nginx')
      .replace('listen 443 ssl', `listen 127.0.0.1:${proxy} ssl`)
      .replace('server_name peil.example.no', 'server_name localhost')
      .replace(/ssl_certificate \S+;/, `ssl_certificate ${certificate};`)
      .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${key};`)
      .replace('127.0.0.1:8080', `127.0.0.1:${server}`),
  caddy: ({ proxy, server, plain }, certificate, key) =>
    textOf('caddyfile')
      .replace('{\n', `{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port ${plain}\n\thttps_port ${proxy}\n`)
      .replace('peil.example.no {', `localhost {\n\ttls ${certificate} ${key}`)
      .replace('127.0.0.1:8080', `127.0.0.1:${server}`),
}
type Ports = { readonly proxy: number; readonly server: number; readonly plain: number }

const [school, home] = ['127.81.82.83', '127.91.92.93']
const json = { 'content-type': 'application/json' }
const marker = 'markerinpath'
/** What Peil itself says about an answer; whether it is about a file or the interface. */
const own = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
]

describe.each(['nginx', 'caddy'] as const)('%s as the guide has it', (kind) => {
  let server: ServerProcess
  let proxy: Proxy
  let origin: string
  let link: string
  let ends: (() => Promise<void>)[]

  beforeAll(async () => {
    const ports = { proxy: await freePort(), server: await freePort(), plain: await freePort() }
    origin = `https://localhost:${ports.proxy}`
    server = await prepareServer({ PORT: String(ports.server), PUBLIC_ORIGIN: origin, HOST: '127.0.0.1', TRUST_PROXY: 'loopback' })
    ends = [server.remove]
    await server.start()
    link = initialised.parse(await server.peil('init', '--municipality', 'Fjordvik')).ownerLink
    proxy = await startProxy(kind, ports.proxy, (certificate, key) => guides[kind](ports, certificate, key))
    ends = [proxy.remove, server.remove]
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })

  const signIn = (secret: string, from: string, forged = '203.0.113.1') =>
    proxy.ask('/api/v1/session/link', {
      method: 'POST',
      headers: { ...json, origin, 'x-forwarded-for': forged },
      body: JSON.stringify({ secret }),
      from,
    })
  const post = (path: string, body: string, headers: Readonly<Record<string, string>>) =>
    proxy.ask(path, { method: 'POST', headers, body, from: school })

  test('the app and the interface come through, and what Peil says about them stands there once', async () => {
    const page = await proxy.ask('/')
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('<div id="root">')])
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page.body) ?? []
    expect((await proxy.ask(script)).status).toBe(200)
    const api = await proxy.ask('/api/v1/session')
    expect([api.status, JSON.parse(api.body)]).toEqual([200, { role: null }])
    for (const { headers } of [page, api]) {
      const names = headers.map(([name]) => name)
      expect(own.map((name) => [name, names.filter((each) => each === name).length])).toEqual(own.map((name) => [name, 1]))
    }
  })

  test('failures are counted by the address that the proxy sees, whatever the sender says of it', async () => {
    const guess = (from: string, at: number) => signIn(randomBytes(32).toString('base64url'), from, `198.51.${at}.7`)
    const statuses: number[] = []
    for (let at = 0; at < 31; at += 1) statuses.push((await guess(school, at)).status)
    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 401), 429])
    expect((await guess(home, 1)).status).toBe(401)
    const signedIn = await signIn(link.slice(link.indexOf('#') + 1), school)
    expect(signedIn.status).toBe(200)
    const [, cookie = ''] = signedIn.headers.find(([name]) => name === 'set-cookie') ?? []
    expect(cookie).toMatch(/^__Host-peil=.+; Secure/)

    const importing = { origin, cookie: cookie.split(';', 1)[0] ?? '', 'content-type': 'text/csv' }
    const rows = (bytes: number) => `unit,name,sector\n${',Lia,barnehage\n'.repeat(bytes / 15)}`.slice(0, bytes)
    const large = await post('/api/v1/units/import', rows(2_000_000), importing)
    expect([large.status, Object.keys(JSON.parse(large.body) as object)]).toEqual([200, expect.arrayContaining(['faults'])])
    const tooLarge = await post('/api/v1/units/import', rows(4_000_000), { ...importing, expect: '100-continue' })
    expect(tooLarge.status).toBe(413)
  })

  test('a message that is too large is refused by Peil, in its own words', async () => {
    const reply = await post('/api/v1/contributions', JSON.stringify({ v: 'x'.repeat(17_000) }), json)
    expect([reply.status, JSON.parse(reply.body)]).toMatchObject([413, { type: 'urn:peil:too-large' }])
  })

  test('nothing is written of who asked, what for, and what was sent, not even of what goes wrong', async () => {
    await proxy.disturb(home)
    await proxy.ask(`/${marker}/%zz`, { from: home })
    await post('/api/v1/contributions', JSON.stringify({ marker }), json)
    await server.kill()
    expect((await proxy.ask(`/api/v1/rounds/${marker}`, { from: home })).status).toBe(502)
    const written = proxy.written()
    for (const secret of [school, home, '127.81', '127.91', marker, 'contributions', 'session', '203.0.113.1', '198.51.'])
      expect(written).not.toContain(secret)
  })
})
