import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { assembleApp } from '../../../src/server/assemble.ts'
import { unitsOf } from '../../../src/server/registry/units.ts'
import { closeRound } from '../../../src/server/release/close-round.ts'
import { findDocument } from '../../../src/server/release/document.ts'
import { openStores, schemas } from '../../../src/server/store/stores.ts'
import { verifyStores } from '../../../src/server/verify/verify-stores.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { countersIn, sumsOf } from '../../support/counters.ts'
import { origin } from '../../support/server.ts'

const fixture = join('test', 'fixtures', 'data-folder-v1')
/** What was printed when the folder was made, with the first version of the stores. */
const slips = JSON.parse(readFileSync(join(fixture, 'slips.json'), 'utf8')) as {
  municipality: string
  released: string
  open: string
  unit: string
  unused: readonly string[]
}

/** A folder as the first version left it: its tables, written as they were then, and what was in them. */
function oldFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'peil-old-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  for (const store of ['issuer', 'collector', 'released']) {
    const file = new DatabaseSync(join(folder, `${store}.sqlite`))
    file.exec(readFileSync(join(fixture, `${store}.sql`), 'utf8'))
    file.close()
  }
  return folder
}

test('a data folder of the first version is brought up to date where it stands, and everything is there', async () => {
  const folder = oldFolder()
  const before = new DatabaseSync(join(folder, 'issuer.sqlite'))
  expect({ ...before.prepare('PRAGMA user_version').get() }).toEqual({ user_version: 1 })
  before.close()
  const clock = () => new Date('2026-11-20T08:00:00Z')
  const stores = openStores(folder)
  expect(await stores.issuer.all('PRAGMA user_version')).toEqual([expect.objectContaining({ user_version: schemas.issuer.length })])
  expect((await verifyStores(folder, () => stores)).faults).toEqual([])

  expect((await unitsOf(stores.issuer, slips.municipality)).map(({ name }) => name)).toEqual(['Bekken barnehage', 'Lia barnehage'])
  expect(await stores.issuer.all('SELECT action FROM audit ORDER BY seq')).toEqual(
    ['municipality-created', 'round-opened', 'round-closed', 'round-opened'].map(
      (action) => expect.objectContaining({ action }) as unknown,
    ),
  )
  expect(await findDocument(stores.released, slips.released)).toMatchObject({ units: [{ unit: 'lia', state: 'released', n: 6 }] })

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
