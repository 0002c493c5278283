import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../src/protocol/canonical-json.ts'
import { afterEach, expect, test } from 'vitest'
import type { RoundOpened } from '../../../src/protocol/admin.ts'
import type { RoundFile } from '../../../src/protocol/round-file.ts'
import { setSeen } from '../../../src/server/operation/clock-seen.ts'
import { closeDueRounds } from '../../../src/server/release/caretaker.ts'
import { closeRound } from '../../../src/server/release/close-round.ts'
import { findDocument } from '../../../src/server/release/document.ts'
import type { Database, Sql } from '../../../src/server/store/database.ts'
import { type Token, call, contributionOf, joinUnit, newVersion, problemOf, readRound, send } from '../../support/contributor.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'
import { bytesIn } from '../../support/stores.ts'

let server: TestServer
afterEach(() => server.remove())

type Filled = { readonly opened: RoundOpened; readonly tokens: readonly Token[]; readonly rs: readonly string[] }

/** A round with six contributions from Bekken and two from Lia. */
async function filledRound(more: Partial<RoundFile> = {}): Promise<Filled> {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
  const opened = await server.openRound(
    [
      { unit: 'bekken', headcount: { practice: 8 } },
      { unit: 'lia', headcount: { practice: 8 } },
    ],
    more,
  )
  const round = await readRound(server.app, opened.round)
  const tokens: Token[] = []
  const rs: string[] = []
  for (const [at, unit] of ['bekken', 'bekken', 'bekken', 'bekken', 'bekken', 'bekken', 'lia', 'lia'].entries()) {
    const token = await joinUnit(server.app, round, unit, opened.units.find((each) => each.unit === unit)?.codes[at] ?? '')
    const version = newVersion(at % 2 === 0 ? '3333333b' : 'a222222-')
    await send(server.app, contributionOf(token, version))
    tokens.push(token)
    rs.push(version.r)
  }
  return { opened, tokens, rs }
}

async function released(round: string): Promise<unknown> {
  const closed = await server.closeRound(round)
  return closed.ok ? closed.value : closed.error
}

const get = (path: string, cookie?: string) => call(server.app, 'GET', path, undefined, cookie === undefined ? {} : { headers: { cookie } })

/** Every byte of every file that the server wrote. */
async function everyFile(): Promise<Buffer> {
  return bytesIn(server.folder)
}

test('a closed round has one document, with the hash of its canonical form', async () => {
  const { opened } = await filledRound()
  const closed = await server.closeRound(opened.round)
  if (!closed.ok) throw new Error(closed.error.kind)
  const { sha256, ...document } = closed.value
  expect(createHash('sha256').update(canonicalJson(document)).digest('base64url')).toBe(sha256)
  expect(document.units).toEqual([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage', state: 'released', n: 6 },
    { unit: 'lia', name: 'Lia', sector: 'barnehage', state: 'hidden' },
  ])
  expect(document.total.dimensions[0]).toEqual({ id: '1', of: 6, below: { lo: 2, hi: 4 } })
  server.moveClock(day)
  expect(await released(opened.round)).toEqual(closed.value)
  expect((await readRound(server.app, opened.round)).state).toBe('released')
})

test('before the release nobody sees results, after it those who may', async () => {
  const { opened } = await filledRound()
  const owner = await server.signIn({ role: 'owner', municipality: server.municipality })
  const leader = await server.signIn({ role: 'leader', municipality: server.municipality, unit: 'bekken' })
  const path = `/rounds/${opened.round}/results`
  for (const reply of [await get(path, owner), await get(`${path}/bekken`), await get(`${path}/bekken`, leader)])
    expect(problemOf(reply)).toBe('404 not-released')

  const document = await released(opened.round)
  expect((await get(path, owner)).json()).toEqual(document)
  expect(problemOf(await get(path, leader))).toBe('403 forbidden')
  expect(problemOf(await get(path))).toBe('401 sign-in-needed')
  expect((await get(`${path}/bekken`)).json()).toMatchObject({ unit: 'bekken', state: 'released', n: 6 })
  expect((await get(`${path}/lia`)).json()).toEqual({ v: 1, round: opened.round, unit: 'lia', state: 'hidden', reason: 'too-few' })
  expect(problemOf(await get(`${path}/nowhere`))).toBe('404 not-found')
})

test('a round may be opened so that only its leaders and owners see results', async () => {
  const { opened } = await filledRound({ participantsSeeResults: false })
  const path = `/rounds/${opened.round}/results/bekken`
  expect(problemOf(await get(path))).toBe('404 not-released')
  await server.closeRound(opened.round)
  expect(problemOf(await get(path))).toBe('401 sign-in-needed')
  const signedIn = (unit?: string) =>
    server.signIn(
      unit === undefined
        ? { role: 'owner', municipality: server.municipality }
        : { role: 'leader', municipality: server.municipality, unit },
    )
  expect((await get(path, await signedIn())).statusCode).toBe(200)
  expect((await get(path, await signedIn('bekken'))).statusCode).toBe(200)
  expect(problemOf(await get(path, await signedIn('lia')))).toBe('403 forbidden')
})

test('after the release everything is too late, whatever it carries', async () => {
  const { opened, tokens } = await filledRound()
  await server.closeRound(opened.round)
  const [token = { round: '', unit: '', t: '', s: '' }] = tokens
  const message = contributionOf(token, newVersion('44444444'))
  expect(problemOf(await send(server.app, message))).toBe('410 round-closed')
  expect(problemOf(await send(server.app, { ...message, s: Buffer.alloc(256).toString('base64url') }))).toBe('410 round-closed')
  expect(problemOf(await send(server.app, { ...message, unit: 'nowhere' }))).toBe('410 round-closed')
  expect(problemOf(await send(server.app, { ...message, values: '44' }))).toBe('400 malformed')
  const code = opened.units[0]?.codes[7]
  const blinded = Buffer.alloc(256, 1).toString('base64url')
  expect(problemOf(await call(server.app, 'POST', '/issue', { v: 1, round: opened.round, unit: 'bekken', code, blinded }))).toBe(
    '410 round-closed',
  )
  const tooLarge = Buffer.alloc(256, 255).toString('base64url')
  expect(problemOf(await call(server.app, 'POST', '/issue', { v: 1, round: opened.round, unit: 'bekken', code, blinded: tooLarge }))).toBe(
    '400 malformed',
  )
})

test('nothing of what a release was made from is left in any file or log', async () => {
  const { opened, tokens, rs } = await filledRound()
  const key = (await server.stores.issuer.all('SELECT private_key FROM round_unit'))[0]?.['private_key']
  const blinded = (await server.stores.issuer.all('SELECT blinded_hash FROM code WHERE blinded_hash IS NOT NULL'))[0]?.['blinded_hash']
  const nullifiers = await server.stores.collector.all('SELECT nullifier FROM nullifier')
  if (!(key instanceof Uint8Array) || !(blinded instanceof Uint8Array)) throw new Error('nothing to look for')
  const keyPart = Buffer.from(key.subarray(100, 200))
  expect((await everyFile()).includes(keyPart)).toBe(true)
  await server.closeRound(opened.round)

  const { issuer, collector } = server.stores
  for (const table of ['nullifier', 'cell', 'head']) expect(await collector.all(`SELECT * FROM ${table}`)).toEqual([])
  expect(await issuer.all('SELECT * FROM code')).toEqual([])
  expect(await issuer.all('SELECT * FROM round_unit WHERE private_key IS NOT NULL OR signed <> 0')).toEqual([])

  const codes = opened.units.flatMap((unit) => unit.codes)
  const texts = [
    ...rs,
    ...tokens.flatMap(({ t, s }) => [t, s]),
    ...codes,
    ...codes.map((code) => code.replaceAll('-', '').slice(0, 16)),
    '3333333b',
    'a222222-',
  ]
  const markers = [
    ...texts.map((text) => Buffer.from(text)),
    ...[...rs, ...tokens.flatMap(({ t, s }) => [t, s])].map((text) => Buffer.from(text, 'base64url')),
    ...nullifiers.map((row) => Buffer.from(row['nullifier'] as Uint8Array)),
    keyPart,
    Buffer.from(blinded),
  ]
  const written = await everyFile()
  expect(markers.filter((marker) => written.includes(marker)).map((marker) => marker.toString('base64url'))).toEqual([])
  expect(texts.filter((text) => server.logged.join('\n').includes(text))).toEqual([])
})

test('while a round is open no file holds what was sent, only hashes and counters', async () => {
  const { opened, tokens, rs } = await filledRound()
  const secrets = [...rs, ...tokens.flatMap(({ t, s }) => [t, s])]
  const codes = opened.units.flatMap((unit) => unit.codes.map((code) => code.replaceAll('-', '').slice(0, 16)))
  const written = await everyFile()
  const found = [...secrets, ...codes]
    .flatMap((text) => [Buffer.from(text), Buffer.from(text, 'base64url')])
    .filter((each) => written.includes(each))
  expect(found).toEqual([])
})

/** A store whose process dies at the first statement that matches. */
function dyingAt(store: Database, pattern: RegExp): Database {
  const guard = (sql: Sql): Sql => ({
    engine: sql.engine,
    all: (text, ...values) => (pattern.test(text) ? Promise.reject(new Error('killed')) : sql.all(text, ...values)),
  })
  return { ...store, ...guard(store), transaction: (work, isolation) => store.transaction((sql) => work(guard(sql)), isolation) }
}

test.each([
  ['before the collector has stopped', 'collector', /INSERT INTO intake/],
  ['before the document is written', 'released', /INSERT INTO released/],
  ['before the counters are destroyed', 'collector', /DELETE FROM nullifier/],
  ['between nullifiers and counters', 'collector', /DELETE FROM head/],
  ['before the collector is written anew', 'collector', /VACUUM|CREATE TABLE kept/],
  ['while the collector is written anew', 'collector', /VACUUM|INSERT INTO head SELECT/],
  ['before codes and keys are destroyed', 'issuer', /DELETE FROM code/],
  ['before the issuer is written anew', 'issuer', /VACUUM|CREATE TABLE kept/],
  ['before the round is marked as released', 'issuer', /'released'/],
] as const)('a crash %s is finished at the next start, with the same document', async (_when, name, pattern) => {
  const { opened } = await filledRound()
  const { stores, clock } = server
  const dying = { ...stores, [name]: dyingAt(stores[name], pattern) }
  await expect(closeRound({ stores: dying, clock }, opened.round, 'operator')).rejects.toThrow('killed')
  const before = await findDocument(stores.released, opened.round)
  await server.restart()
  server.moveClock(day)
  await closeDueRounds({ stores: server.stores, clock }, () => undefined)

  const after = await findDocument(server.stores.released, opened.round)
  expect(after?.units.map((unit) => unit.state)).toEqual(['released', 'hidden'])
  expect(after?.total.n).toBe(6)
  if (before !== undefined) expect(after).toEqual(before)
  expect((await readRound(server.app, opened.round)).state).toBe('released')
  expect(await server.stores.issuer.all('SELECT * FROM code')).toEqual([])
  expect(await server.stores.collector.all('SELECT * FROM cell')).toEqual([])
})

test('a round closes by itself 72 hours after its closing date, and not before', async () => {
  const { opened } = await filledRound()
  const look = () => closeDueRounds({ stores: server.stores, clock: server.clock }, () => undefined)
  server.moveClock(33 * day - 1000)
  await setSeen(server.stores.issuer, server.clock())
  await look()
  expect((await readRound(server.app, opened.round)).state).toBe('closed')
  server.moveClock(1000)
  await look()
  expect((await readRound(server.app, opened.round)).state).toBe('released')
  const [row] = await server.stores.issuer.all('SELECT closed FROM round')
  expect(row?.['closed']).toBe(new Date(Date.UTC(2026, 11, 2, 8)).toISOString())
  const sha256 = (await findDocument(server.stores.released, opened.round))?.sha256
  const log = await server.stores.issuer.all('SELECT who, action, detail FROM audit ORDER BY seq DESC LIMIT 2')
  expect(log).toEqual([
    { who: 'clock', action: 'round-released', detail: JSON.stringify({ round: opened.round, sha256 }) },
    { who: 'clock', action: 'round-closed', detail: JSON.stringify({ round: opened.round }) },
  ])
})

test('a released round whose document is gone says so, and is not made up anew', async () => {
  const { opened } = await filledRound()
  await server.closeRound(opened.round)
  await server.stores.released.all('DELETE FROM released')
  expect(await released(opened.round)).toEqual({ kind: 'document-lost' })
})

test('a round that does not exist cannot be closed', async () => {
  await filledRound()
  expect(await released('A'.repeat(22))).toEqual({ kind: 'round-unknown' })
})
