import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../../../src/server/backup/make-backup.ts'
import { restoreBackup } from '../../../../src/server/backup/restore-backup.ts'
import { closeRound } from '../../../../src/server/release/close-round.ts'
import type { SqlValue } from '../../../../src/server/store/database.ts'
import { inOneTransaction } from '../../../../src/server/store/postgres-together.ts'
import { type Place, type Stores, openStores, tablesOf } from '../../../../src/server/store/stores.ts'
import { verifyStores } from '../../../../src/server/verify/verify-stores.ts'
import { placeOf } from '../../../support/stores.ts'
import { type Stage, openStage } from '../../backup/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.remove())
beforeEach(() => {
  stage.next()
})

const shown = ([name, value]: [string, SqlValue]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value]

/** Everything of issuer and released, as whoever reads it finds it: the log of the restoring aside. */
async function everything(place: Place): Promise<unknown> {
  const stores: Stores = openStores(place.dataFolder, place.databaseUrl)
  const rows: unknown[] = []
  for (const store of ['issuer', 'released'] as const) {
    for (const { name, columns, key } of tablesOf(store)) {
      const listed = columns.map((column) => column.name).join(', ')
      const found = await stores[store].all(`SELECT ${listed} FROM ${name} ORDER BY ${key.join(', ')}`)
      rows.push([name, found.filter((row) => row['action'] !== 'stores-restored').map((row) => Object.entries(row).map(shown))])
    }
  }
  const { faults } = await verifyStores(place, () => stores)
  await stores.close()
  return { rows, faults }
}

test('stores move from PostgreSQL to files and back, and nothing is lost on the way', async () => {
  const { server } = stage
  const word = { now: server.clock(), reopen: new Set<string>(), giveUp: new Set<string>() }
  const files = { dataFolder: join(stage.elsewhere, 'files') }
  const other = placeOf(stage.elsewhere)
  await server.stores.issuer.all('DELETE FROM session')
  await server.stores.issuer.all('DELETE FROM sign_in_link')
  const before = await everything(placeOf(server.folder))

  await stage.backup()
  expect((await restoreBackup(stage.folder, files, word)).ok).toBe(true)
  expect(await everything(files)).toEqual(before)

  const again = `${stage.folder}-again`
  const opened = openStores(files.dataFolder)
  expect((await makeBackup({ ...files, stores: () => opened, clock: server.clock }, again)).ok).toBe(true)
  await opened.close()
  expect((await restoreBackup(again, other, word)).ok).toBe(true)
  expect(await everything(other)).toEqual(before)
  expect(before).toMatchObject({ faults: [] })

  // What was restored is a place to go on from: the round is released from its own keys and counters.
  const closed = await stage.look((stores) => closeRound({ stores, clock: server.clock }, stage.open, 'operator'))
  expect(closed).toMatchObject({ ok: true, value: { round: stage.open } })
})

test('both stores are seen as they were at one moment, whatever is released meanwhile', async () => {
  const { databaseUrl = '' } = placeOf(stage.server.folder)
  const { released } = stage.server.stores
  await inOneTransaction(databaseUrl, { kind: 'view', roles: ['peil_issuer', 'peil_released'] }, async (as) => {
    await as('peil_issuer', (sql) => sql.all('SELECT round FROM round'))
    await released.all(`INSERT INTO released (round, sha256, document) VALUES ('meanwhile', '', '')`)
    expect(await as('peil_released', (sql) => sql.all(`SELECT round FROM released WHERE round = 'meanwhile'`))).toEqual([])
    await expect(as('peil_issuer', (sql) => sql.all('SELECT round FROM peil_released.released'))).rejects.toThrow('permission denied')
  }).catch((cause: unknown) => {
    // What was refused has ended the transaction.
    expect(String(cause)).toMatch('aborted')
  })
  await released.all(`DELETE FROM released WHERE round = 'meanwhile'`)
})
