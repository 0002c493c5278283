import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadWebApp } from '../../../src/server/web-app.ts'
import { type Speak, answersIn, lastRequest, listenRaw, rawRequest } from '../../support/raw-http.ts'
import { type TestServer, startServer } from '../../support/server.ts'

let folder: string
let server: TestServer
let speak: Speak

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-attack-'))
  const dist = join(folder, 'dist')
  await mkdir(join(dist, 'assets'), { recursive: true })
  await mkdir(join(dist, '.vite'))
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Peil</title>')
  await writeFile(join(dist, 'assets/main-abc.js'), 'start()')
  for (const kept of [join(folder, 'secret.txt'), join(folder, 'dist2.js'), join(dist, '.vite/manifest.json'), join(dist, '.env')])
    await writeFile(kept, 'kept-from-everybody')
  const webApp = await loadWebApp(dist)
  server = await startServer([], webApp === undefined ? {} : { webApp })
  speak = await listenRaw(server.app)
})
afterAll(async () => {
  await server.remove()
  await rm(folder, { recursive: true })
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/....//secret.txt',
  '/..;/secret.txt',
  '/\\..\\secret.txt',
  '/../dist2.js',
  '/.vite/manifest.json',
  '/%2evite/manifest.json',
  '/.env',
  '/assets/main-abc.js%00.html',
  '/%00',
  '/%c0%ae%c0%ae/secret.txt',
  '/file:///etc/passwd',
  'file:///etc/passwd',
  '//etc/passwd',
  '/__proto__',
  '/constructor',
  '/assets/__proto__',
])('the address %s gives the app or nothing, never a file beside it', async (target) => {
  const said = await speak(rawRequest(`GET ${target}`, []) + lastRequest)
  expect(said).not.toMatch(/kept-from-everybody|root:/)
  const [status = ''] = answersIn(said)
  expect(['200', '404 not-found', '400 malformed']).toContain(status)
  if (status === '200') expect(said).toContain('<title>Peil</title>')
})
