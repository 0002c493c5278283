import { afterEach, beforeEach, expect, test } from 'vitest'
import { logAction } from '../../../src/server/accounts/audit-log.ts'
import { readAudit } from '../../../src/server/accounts/read-audit.ts'
import { auditPage } from '../../../src/protocol/audit.ts'
import { makeSignInLink } from '../../../src/server/accounts/sign-in-link.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { loadPack } from '../../../src/server/registry/own-packs.ts'
import { saveProfile } from '../../../src/server/registry/profiles.ts'
import { saveUnits } from '../../../src/server/registry/units.ts'
import { purgeDue, purgeMunicipality } from '../../../src/server/retention/purge.ts'
import { type StoreName, tablesOf } from '../../../src/server/store/stores.ts'
import { ownPack } from '../../support/own-pack.ts'
import { ownProfile } from '../../support/profile.ts'
import { type TestServer, day, origin, startServer } from '../../support/server.ts'
import { bytesIn } from '../../support/stores.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
})
afterEach(() => server.remove())

const log = (count: number) =>
  logAction(server.stores.issuer, server.municipality, { who: 'owner', action: 'units-imported', detail: { count } }, server.clock())
const heads = [{ unit: 'bekken', headcount: { teacher: 6 } }]

test('an owner reads the log a page at a time, newest first, and only the own one', async () => {
  for (let at = 1; at <= 230; at += 1) await log(at)
  const cookie = await server.signIn({ role: 'owner', municipality: server.municipality })
  const seen: number[] = []
  for (let query = ''; ;) {
    const page = auditPage.parse((await server.app.inject({ url: `/api/v1/audit${query}`, headers: { cookie } })).json())
    seen.push(...page.entries.map(({ seq }) => seq))
    if (page.next === undefined) break
    query = `?before=${page.next}`
  }
  expect(seen).toEqual(Array.from({ length: 230 }, (_, at) => 230 - at))
  const other = (await createMunicipality(server.stores.issuer, 'Dalen')).id
  expect((await readAudit(server.stores.issuer, other)).entries).toEqual([])
})

test('every command that opens, closes, invites or imports stands in the log, without a code, a key or a contribution', async () => {
  const { round, units } = await server.openRound(heads)
  await server.closeRound(round)
  const { entries } = await readAudit(server.stores.issuer, server.municipality)
  expect(entries.map(({ who, action, detail }) => [who, action, detail])).toEqual([
    ['operator', 'round-released', { round, sha256: expect.stringMatching(/^[\w-]{43}$/) as string }],
    ['operator', 'round-closed', { round }],
    ['operator', 'round-opened', { round, units: 1 }],
  ])
  for (const code of units[0]?.codes ?? []) expect(JSON.stringify(entries)).not.toContain(code)
})

test('purge removes what a clock that was ahead has made', async () => {
  const purge = async () => purgeDue(server.stores, { auditDays: 3650, now: server.clock(), who: 'operator' })
  server.moveClock(366 * day)
  await server.signIn({ role: 'owner', municipality: server.municipality })
  await makeSignInLink(server.stores.issuer, origin, { role: 'owner', municipality: server.municipality }, server.clock())
  expect(await purge()).toEqual({ links: 0, sessions: 0, audit: 0 })
  server.moveClock(-366 * day)
  expect(await purge()).toEqual({ links: 1, sessions: 1, audit: 0 })
})

test('purge removes what has had its time, says so in the log, and leaves the rest', async () => {
  const due = () => purgeDue(server.stores, { auditDays: 365, now: server.clock(), who: 'operator' })
  await log(1)
  await log(2)
  server.moveClock(200 * day)
  await log(3)
  const cookie = await server.signIn({ role: 'owner', municipality: server.municipality })
  expect(await due()).toEqual({ links: 0, sessions: 0, audit: 0 })
  server.moveClock(200 * day)
  expect(await due()).toEqual({ links: 0, sessions: 1, audit: 2 })
  expect(await due()).toEqual({ links: 0, sessions: 0, audit: 0 })
  const { entries } = await readAudit(server.stores.issuer, server.municipality)
  expect(entries.map(({ seq, action, detail }) => [seq, action, detail])).toEqual([
    [4, 'audit-purged', { removed: 2 }],
    [3, 'units-imported', { count: 3 }],
  ])
  expect((await server.app.inject({ url: '/api/v1/audit', headers: { cookie } })).statusCode).toBe(401)
  // Nothing else can shorten it, before or after.
  await expect(server.stores.issuer.all('DELETE FROM audit')).rejects.toThrow('append-only')
})

/** Every table of a store that has a row with this text anywhere. */
async function tablesWith(store: StoreName, text: string): Promise<string[]> {
  const tables = tablesOf(store).map(({ name }) => name)
  const rows = tables.map(async (table) => JSON.stringify(await server.stores[store].all(`SELECT * FROM ${table}`)))
  const found = await Promise.all(rows)
  return tables.filter((_, at) => found[at]?.includes(text))
}

test('a municipality goes wholly, once its rounds are over, and nothing of another one', async () => {
  const { stores, municipality } = server
  const { issuer } = stores
  const other = (await createMunicipality(issuer, 'Dalen')).id
  await saveUnits(issuer, other, [{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
  await log(1)
  await loadPack(issuer, municipality, await ownPack('sfo'), { who: 'operator', now: server.clock() })
  await saveProfile(issuer, municipality, { v: 1, file: ownProfile() }, { who: 'owner', now: server.clock() })
  await server.signIn({ role: 'leader', municipality, unit: 'bekken' })
  const { round } = await server.openRound(heads)
  expect(await purgeMunicipality(stores, municipality)).toEqual({ ok: false, error: { kind: 'round-not-released', round } })
  expect(await tablesWith('issuer', municipality)).toContain('unit')
  await server.closeRound(round)
  expect(await purgeMunicipality(stores, municipality)).toEqual({ ok: true, value: { municipality, rounds: 1, units: 1 } })
  for (const store of ['issuer', 'collector', 'released'] as const) {
    for (const text of [municipality, round]) expect(await tablesWith(store, text)).toEqual([])
  }
  expect(await tablesWith('issuer', other)).toEqual(['municipality', 'unit'])
  // Neither in what the engine has not got round to clearing.
  const left = await bytesIn(server.folder)
  expect([left.includes(other), left.includes(municipality), left.includes(round)]).toEqual([true, false, false])
  expect(await purgeMunicipality(stores, municipality)).toEqual({ ok: false, error: { kind: 'municipality-unknown' } })
})
