import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { assembleApp } from '../../../src/server/assemble.ts'
import { readProfile, saveProfile } from '../../../src/server/registry/profiles.ts'
import { unitsOf } from '../../../src/server/registry/units.ts'
import { closeRound } from '../../../src/server/release/close-round.ts'
import { findDocument } from '../../../src/server/release/document.ts'
import { migratePostgres } from '../../../src/server/store/migrate-postgres.ts'
import { type StoreName, fileOf, schemas } from '../../../src/server/store/stores.ts'
import { verifyStores } from '../../../src/server/verify/verify-stores.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { ownProfile } from '../../support/profile.ts'
import { origin } from '../../support/server.ts'
import { emptyDatabaseFor, placeOf, removeStores, storesIn } from '../../support/stores.ts'

const storeNames = ['issuer', 'collector', 'released'] as const satisfies readonly StoreName[]
const fixture = join('test', 'fixtures', 'data-folder-v1')
/** What was printed when the folder was made, with the first version of the stores. */
const slips = JSON.parse(readFileSync(join(fixture, 'slips.json'), 'utf8')) as {
  municipality: string
  released: string
  open: string
  unit: string
  unused: readonly string[]
}

/** Each table as the first version made it, and what was in it, for the engine that the tests run on. */
const written = (store: StoreName) => readFileSync(join(fixture, `${store}.sql`), 'utf8')

function makeOldFiles(folder: string): void {
  for (const store of storeNames) {
    const file = new DatabaseSync(join(folder, fileOf(store)))
    file.exec(written(store))
    expect({ ...file.prepare('PRAGMA user_version').get() }).toEqual({ user_version: 1 })
    file.close()
  }
}

async function makeOldSchemas(url: string): Promise<void> {
  const first = (store: StoreName) => schemas[store].slice(0, 1)
  const versions = { peil_issuer: first('issuer'), peil_collector: first('collector'), peil_released: first('released') }
  expect(await migratePostgres(url, versions)).toEqual({ stores: { peil_issuer: 1, peil_collector: 1, peil_released: 1 } })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const store of storeNames) {
    await client.query(`SET search_path = peil_${store}; DELETE FROM ${store === 'collector' ? 'collector' : 'store_version WHERE false'}`)
    for (const row of written(store).split('\n')) if (row.startsWith('INSERT')) await client.query(row.replaceAll(/ x'/g, ` '\\x`))
  }
  await client.end()
}

/** Stores as the first version left them. */
async function oldStores(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'peil-old-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
    removeStores(folder)
  })
  const url = emptyDatabaseFor(folder)
  if (url === undefined) makeOldFiles(folder)
  else await makeOldSchemas(url)
  return folder
}

test('stores of the first version are brought up to date where they stand, and everything is there', async () => {
  const folder = await oldStores()
  const clock = () => new Date('2026-11-20T08:00:00Z')
  const stores = storesIn(folder)
  expect((await verifyStores(placeOf(folder), () => stores)).faults).toEqual([])

  expect((await unitsOf(stores.issuer, slips.municipality)).map(({ name }) => name)).toEqual(['Bekken barnehage', 'Lia barnehage'])
  expect(await stores.issuer.all('SELECT action FROM audit ORDER BY seq')).toEqual(
    ['municipality-created', 'round-opened', 'round-closed', 'round-opened'].map(
      (action) => expect.objectContaining({ action }) as unknown,
    ),
  )
  expect(await findDocument(stores.released, slips.released)).toMatchObject({ units: [{ unit: 'lia', state: 'released', n: 6 }] })

  // What came since is there too, and empty.
  expect(await readProfile(stores.issuer, slips.municipality)).toHaveProperty('shipped')
  const own = { v: 1, file: ownProfile() } as const
  expect((await saveProfile(stores.issuer, slips.municipality, own, { who: 'owner', now: clock() })).ok).toBe(true)
  expect(await readProfile(stores.issuer, slips.municipality)).toEqual(own)

  const app = assembleApp({
    ...{ stores, clock, random: randomBytes, log: () => undefined },
    ...{ publicOrigin: origin, collectorOrigin: origin, trustProxy: [] },
  })
  const round = await readRound(app, slips.open)
  for (const code of slips.unused) {
    const token = await joinUnit(app, round, slips.unit, code)
    expect((await send(app, contributionOf(token, newVersion('43210---')))).statusCode).toBe(200)
  }
  const counted = ['01234abc', ...slips.unused.map(() => '43210---')]
  expect(await countersIn(stores.collector)).toEqual(sumsOf(counted))
  expect(await closeRound({ stores, clock }, slips.open, 'operator')).toMatchObject({
    ok: true,
    value: { units: [{ unit: 'bekken', state: 'released', n: 5 }] },
  })
  await app.close()
  await stores.close()
})
