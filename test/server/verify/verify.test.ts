import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type StoreName, type Stores, schemas } from '../../../src/server/store/stores.ts'
import { verifyStores } from '../../../src/server/verify/verify-stores.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { type TestServer, startServer } from '../../support/server.ts'
import { copyStores, databaseUrlFor, onPostgres, placeOf, removeStores, storesIn } from '../../support/stores.ts'

const names = ['issuer', 'collector', 'released'] as const
let server: TestServer

/** Two rounds: one released, one open with two contributions of which one was withdrawn. Copied for every test. */
beforeAll(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
  const past = await server.openRound([{ unit: 'lia', headcount: { practice: 5 } }])
  const last = await readRound(server.app, past.round)
  const used = await joinUnit(server.app, last, 'lia', past.units[0]?.codes[0] ?? '')
  await send(server.app, contributionOf(used, newVersion('01234abc')))
  await server.closeRound(past.round)
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  const round = await readRound(server.app, opened.round)
  for (const [at, code] of (opened.units[0]?.codes ?? []).slice(0, 2).entries()) {
    const token = await joinUnit(server.app, round, 'bekken', code)
    const version = newVersion('01234ab-')
    await send(server.app, contributionOf(token, version))
    if (at === 0) await send(server.app, contributionOf(token, newVersion('--------'), version))
  }
  await server.app.close()
  await server.stores.close()
})
afterAll(async () => {
  removeStores(server.folder)
  await rm(server.folder, { recursive: true })
})

function placeWith(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peil-verify-'))
  copyStores(server.folder, folder)
  onTestFinished(async () => {
    removeStores(folder)
    await rm(folder, { recursive: true })
  })
  return folder
}

async function verify(folder: string) {
  const opened: Stores[] = []
  const verified = await verifyStores(placeOf(folder), () => {
    const stores = storesIn(folder)
    opened.push(stores)
    return stores
  })
  for (const stores of opened) await stores.close()
  return verified
}

/** As somebody who administers the engine could, without being stopped by keys that point to other tables. */
async function alter(folder: string, store: StoreName, change: string): Promise<void> {
  const url = databaseUrlFor(folder)
  if (url === undefined) {
    const file = new DatabaseSync(join(folder, `${store}.sqlite`))
    file.exec(`PRAGMA foreign_keys = OFF; ${change}`)
    file.close()
    return
  }
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`SET session_replication_role = replica; SET search_path = peil_${store}; ${change}`)
  await admin.end()
}

const bytes = (hex: string) => (onPostgres() ? `'\\x${hex}'` : `x'${hex}'`)
const versionNine = onPostgres() ? 'UPDATE store_version SET version = 9' : 'PRAGMA user_version = 9'
const noGuard = onPostgres() ? 'ALTER TABLE audit DISABLE TRIGGER audit_is_not_shortened' : 'DROP TRIGGER audit_is_not_shortened'

test('stores that a server has used are without faults', async () => {
  expect(await verify(placeWith())).toEqual({
    stores: names.map((store) => ({ store, version: schemas[store].length, newest: schemas[store].length })),
    rounds: 2,
    documents: 1,
    faults: [],
  })
})

/** As if the document had been released with other figures: what is there now is sound in itself. */
const replacedEntry = `INSERT INTO audit (municipality, seq, at, who, action, detail)
  SELECT municipality, seq + 100, at, who, action, replace(detail, '"sha256":"', '"sha256":"x') FROM audit WHERE action = 'round-released'`

test.each<[string, StoreName, string, string]>([
  ['a document was altered', 'released', `UPDATE released SET document = replace(document, '"n":', '"n": ')`, 'document-altered'],
  [
    'a figure of a document was altered',
    'released',
    `UPDATE released SET document = replace(document, '"n":0', '"n":9')`,
    'document-altered',
  ],
  ['the hash of a document was altered', 'released', `UPDATE released SET sha256 = 'x'`, 'document-altered'],
  ['a document is no document', 'released', `UPDATE released SET document = '{'`, 'document-malformed'],
  ['a document is of no round', 'released', `UPDATE released SET round = 'x'`, 'document-of-no-round'],
  ['another document is logged', 'issuer', replacedEntry, 'document-replaced'],
  ['a document is gone', 'released', 'DELETE FROM released', 'document-missing'],
  [
    'a round is open that has a document',
    'issuer',
    `UPDATE round SET phase = 'open', closed = NULL WHERE phase = 'released'`,
    'document-too-early',
  ],
  ['the keys of an open round are gone', 'issuer', 'UPDATE round_unit SET private_key = NULL', 'secrets-missing'],
  [
    'the secrets of a released round are kept',
    'issuer',
    `UPDATE round_unit SET private_key = ${bytes('01')} WHERE unit = 'lia'`,
    'secrets-kept',
  ],
  ['more was signed than there are people', 'issuer', `UPDATE round_unit SET signed = 6 WHERE unit = 'bekken'`, 'more-signed-than-heads'],
  ['an open round has a closing date', 'issuer', `UPDATE round SET closed = closes WHERE phase = 'open'`, 'closing-date-wrong'],
  ['the document of a round cannot be read', 'issuer', `UPDATE round SET document = '{}' WHERE phase = 'open'`, 'round-malformed'],
  ['more people are counted than tokens', 'collector', 'UPDATE head SET n = 3 WHERE n > 0', 'counters-wrong'],
  ['more values are counted than people', 'collector', 'UPDATE cell SET count = 2 WHERE count = 1', 'counters-wrong'],
  ['a counter is below nothing', 'collector', 'UPDATE cell SET count = -1 WHERE count = 1', 'counters-wrong'],
  [
    'the counters of a released round are kept',
    'collector',
    `INSERT INTO head (intake, unit, tier, n) SELECT min(intake), 'lia', '-', 1 FROM intake`,
    'counters-kept',
  ],
  ['a row points to nothing', 'issuer', `INSERT INTO code VALUES ('m', 'x', 'y', ${bytes('00')}, NULL)`, 'damaged'],
  ['a store was made by a newer version', 'released', versionNine, 'newer'],
  ['a column is gone', 'released', 'ALTER TABLE released DROP COLUMN sha256', 'schema-differs'],
  ['there is a table that is none of ours', 'collector', 'CREATE TABLE diary (seen TEXT)', 'schema-differs'],
  ['an index is gone', 'issuer', 'DROP INDEX unit_of_round', 'schema-differs'],
  ['nothing guards the audit log', 'issuer', noGuard, 'schema-differs'],
])('it is found when %s', async (_what, store, change, kind) => {
  const folder = placeWith()
  await alter(folder, store, change)
  expect((await verify(folder)).faults.map((each) => each.kind)).toContain(kind)
})
