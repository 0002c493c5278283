import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '../../../src/protocol/canonical-json.ts'
import { createHash } from 'node:crypto'
import type { OwnPackDocument } from '../../../src/domain/instrument/own-pack.ts'
import { loadPack } from '../../../src/server/registry/own-packs.ts'
import { ownPack } from '../../support/own-pack.ts'
import { type TestServer, startServer } from '../../support/server.ts'

let server: TestServer
let document: OwnPackDocument
let url: string

beforeAll(async () => {
  server = await startServer([])
  const { words, ...rest } = await ownPack()
  document = { ...rest, words: Object.fromEntries(Object.entries(words).toReversed()) }
  const loaded = await loadPack(server.stores.issuer, server.municipality, document, { who: 'operator', now: server.clock() })
  if (!loaded.ok) throw new Error(loaded.error.kind)
  url = `/api/v1/packs/${loaded.value.sha256}`
})
afterAll(() => server.remove())

test('gives the document by the hash that it has, with its first language first', async () => {
  const reply = await server.app.inject(url)
  const body = reply.json<OwnPackDocument>()
  expect(body).toEqual(document)
  expect(Object.keys(body.words)).toEqual(['en', 'nb'])
  expect(url.endsWith(createHash('sha256').update(canonicalJson(body)).digest('base64url'))).toBe(true)
})

test('may be kept for ever by everyone, and is not sent twice', async () => {
  const first = await server.app.inject(url)
  expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const second = await server.app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } })
  expect([second.statusCode, second.body]).toEqual([304, ''])
  expect((await server.app.inject('/api/v1/rounds/AAAAAAAAAAAAAAAAAAAAAA')).headers['cache-control']).toBe('no-store')
})

test('a hash that names nothing, or is none, is not found, and nothing is logged', async () => {
  for (const id of ['A'.repeat(43), 'fjordvik-sett', `${'A'.repeat(42)}B`]) {
    expect((await server.app.inject(`/api/v1/packs/${id}`)).json()).toMatchObject({ type: 'urn:peil:not-found' })
  }
  expect(server.logged).toEqual([])
})
