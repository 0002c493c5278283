import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { logAction } from '../../../../src/server/accounts/audit-log.ts'
import { purgeDue } from '../../../../src/server/retention/purge.ts'
import { verifyStores } from '../../../../src/server/verify/verify-stores.ts'
import { type TestServer, day, startServer } from '../../../support/server.ts'
import { databaseUrlFor, placeOf } from '../../../support/stores.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer([{ unit: 'bekken', name: 'Bekken', sector: 'barnehage' }])
}, 60_000)
afterEach(() => server.remove())

/** Whoever owns the whole database. */
async function asOwner(command: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrlFor(server.folder) })
  await client.connect()
  await client.query(command).finally(() => client.end())
}

const entries = async () => (await server.stores.issuer.all('SELECT action FROM audit ORDER BY seq')).map((row) => row['action'])
const faults = async () => (await verifyStores(placeOf(server.folder), () => server.stores)).faults

test('the audit log cannot be emptied, by the server or by the owner of the database, alone or with what it points to', async () => {
  await logAction(server.stores.issuer, server.municipality, { who: 'operator', action: 'owner-invited', detail: {} }, server.clock())
  const before = await entries()
  expect(before).toEqual(['owner-invited'])
  await expect(server.stores.issuer.all('TRUNCATE audit')).rejects.toThrow('the audit log is append-only')
  for (const command of ['TRUNCATE peil_issuer.audit', 'TRUNCATE peil_issuer.municipality CASCADE', 'DELETE FROM peil_issuer.audit'])
    await expect(asOwner(command)).rejects.toThrow('the audit log is append-only')
  expect(await entries()).toEqual(before)
})

test('what has had its time is removed all the same, and then the log is guarded as before', async () => {
  const now = server.clock()
  const old = new Date(now.getTime() - 400 * day)
  await logAction(server.stores.issuer, server.municipality, { who: 'operator', action: 'owner-invited', detail: {} }, old)
  expect(await purgeDue(server.stores, { auditDays: 365, now, who: 'operator' })).toMatchObject({ audit: 1 })
  const left = await entries()
  expect(left).toContain('audit-purged')
  expect(left).not.toContain('owner-invited')
  await expect(asOwner('TRUNCATE peil_issuer.audit')).rejects.toThrow('the audit log is append-only')
  expect(await faults()).toEqual([])
})

test.each(['DROP TRIGGER audit_is_not_emptied ON peil_issuer.audit', 'ALTER TABLE peil_issuer.audit DISABLE TRIGGER audit_is_not_emptied'])(
  'verify names a log that may be emptied: %s',
  async (command) => {
    await asOwner(command)
    expect(await faults()).toEqual([{ store: 'issuer', kind: 'schema-differs', about: 'guard audit_is_not_emptied' }])
  },
)
