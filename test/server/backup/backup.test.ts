import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ok } from '../../../src/domain/result.ts'
import { inEmptyPlace } from '../../../src/server/backup/empty-place.ts'
import { makeBackup } from '../../../src/server/backup/make-backup.ts'
import { manifestName } from '../../../src/server/backup/manifest.ts'
import { createMunicipality } from '../../../src/server/registry/municipality.ts'
import { saveProfile } from '../../../src/server/registry/profiles.ts'
import { takePlace } from '../../../src/server/operation/only-server.ts'
import { type Stores, tablesOf } from '../../../src/server/store/stores.ts'
import { verifyStores } from '../../../src/server/verify/verify-stores.ts'
import { ownProfile } from '../../support/profile.ts'
import { onPostgres, placeOf } from '../../support/stores.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.remove())
beforeEach(() => {
  stage.next()
})

test('a backup holds issuer and documents, for its owner alone, and nothing of the collector', async () => {
  const made = await stage.backup()
  expect(made).toMatchObject({ ok: true, value: { v: 1, files: [{ store: 'issuer' }, { store: 'released' }] } })
  const names = await readdir(stage.folder)
  expect(names.toSorted()).toEqual(['issuer.sqlite', manifestName, 'released.sqlite'])
  for (const name of names) expect([name, (await stat(join(stage.folder, name))).mode & 0o777]).toEqual([name, 0o600])
  expect((await stat(stage.folder)).mode & 0o777).toBe(0o700)
  const [nullifier] = await stage.server.stores.collector.all('SELECT nullifier FROM nullifier')
  const files = await Promise.all(names.map((name) => readFile(join(stage.folder, name))))
  expect(Buffer.concat(files).includes(Buffer.from(nullifier?.['nullifier'] as Uint8Array))).toBe(false)
})

async function rowsOf(stores: Stores, store: 'issuer' | 'released') {
  const passing = ['session', 'sign_in_link', 'audit']
  const tables = tablesOf(store).filter(({ name }) => !passing.includes(name))
  const rows = tables.map(async ({ name, key }) => [name, await stores[store].all(`SELECT * FROM ${name} ORDER BY ${key.join(', ')}`)])
  return Object.fromEntries((await Promise.all(rows)) as [string, object[]][])
}

test('what is restored is what was kept, with a collector that is another', async () => {
  const { server, released, open } = stage
  await saveProfile(server.stores.issuer, server.municipality, { v: 1, file: ownProfile() }, { who: 'owner', now: server.clock() })
  await stage.backup()
  const restored = await stage.restore()
  expect(restored).toMatchObject({ ok: true, value: { made: server.clock().toISOString() } })
  expect(restored.ok && new Map(restored.value.rounds.map(({ round, state }) => [round, state]))).toEqual(
    new Map([
      [released, 'released'],
      [open, 'open'],
    ]),
  )
  const incarnation = async ({ collector }: Stores) => (await collector.all('SELECT incarnation FROM collector'))[0]?.['incarnation']
  await stage.look(async (stores) => {
    for (const store of ['issuer', 'released'] as const) {
      const kept = await rowsOf(server.stores, store)
      expect(await rowsOf(stores, store)).toEqual(kept)
      expect(Object.values(kept).flat().length).toBeGreaterThan(0)
    }
    expect(await incarnation(stores)).toMatch(/^[0-9a-f]{32}$/)
    expect(await incarnation(stores)).not.toBe(await incarnation(server.stores))
    expect(await stores.collector.all('SELECT * FROM nullifier')).toEqual([])
    expect((await verifyStores(placeOf(stage.elsewhere), () => stores)).faults).toEqual([])
  })
})

test('tables of many rows are kept and restored to the last row', async () => {
  const { issuer } = stage.server.stores
  const { municipality } = stage.server
  const many = Array.from({ length: 2500 }, (_, at) => `('${municipality}', 'unit-${at}', 'Ærlig ${at}', 'skole')`)
  await issuer.all(`INSERT INTO unit (municipality, unit, name, sector) VALUES ${many.join(', ')}`)
  await stage.backup()
  expect((await stage.restore()).ok).toBe(true)
  const names = async (stores: Stores) => (await stores.issuer.all('SELECT name FROM unit ORDER BY unit')).map(({ name }) => name)
  expect(await stage.look(names)).toEqual(await names(stage.server.stores))
  await issuer.all(`DELETE FROM unit WHERE unit LIKE 'unit-%'`)
})

test('nobody who was signed in at the backup is signed in after the restore, and it stands in the audit log', async () => {
  await stage.server.signIn({ role: 'owner', municipality: stage.server.municipality })
  await stage.backup()
  await stage.restore()
  await stage.look(async ({ issuer }) => {
    expect(await issuer.all('SELECT secret_hash FROM session UNION ALL SELECT secret_hash FROM sign_in_link')).toEqual([])
    expect(await issuer.all('SELECT who, action FROM audit ORDER BY seq DESC LIMIT 1')).toEqual([
      expect.objectContaining({ who: 'operator', action: 'stores-restored' }),
    ])
  })
})

test('a folder with something in it takes no backup, and what is not there cannot be kept', async () => {
  await stage.backup()
  expect(await stage.backup()).toEqual({ ok: false, error: { kind: 'folder-not-empty' } })
  const nowhere = onPostgres()
    ? { dataFolder: stage.elsewhere, databaseUrl: placeOf(stage.server.folder).databaseUrl?.replace(/\/t_\w+/, '/postgres') ?? '' }
    : { dataFolder: stage.elsewhere }
  const missing = makeBackup({ ...nowhere, stores: () => stage.server.stores, clock: stage.server.clock }, `${stage.folder}-2`)
  expect(await missing).toEqual({ ok: false, error: { kind: 'stores-missing' } })
})

test('a backup that could not be finished is taken away again', async () => {
  const broken = {
    ...stage.server.stores,
    issuer: {
      ...stage.server.stores.issuer,
      all: () => Promise.reject(new Error('gone')),
      transaction: () => Promise.reject(new Error('gone')),
    },
  }
  const place = placeOf(stage.server.folder)
  await expect(makeBackup({ ...place, stores: () => broken, clock: stage.server.clock }, stage.folder)).rejects.toThrow('gone')
  expect(await readdir(stage.folder)).toEqual([])
})

test('nothing is restored over something', async () => {
  await stage.backup()
  if (onPostgres()) {
    await stage.look(({ issuer }) => createMunicipality(issuer, 'Dalen'))
    expect(await stage.restore()).toEqual({ ok: false, error: { kind: 'stores-there' } })
    expect(await stage.look(({ issuer }) => issuer.all('SELECT name FROM municipality'))).toEqual([{ name: 'Dalen' }])
    await stage.look(({ issuer }) => issuer.all('DELETE FROM municipality'))
    await stage.look(({ collector }) => collector.all(`INSERT INTO intake (round, stopped) VALUES ('x', 0)`))
  } else {
    await mkdir(stage.elsewhere)
    await writeFile(join(stage.elsewhere, 'collector.sqlite'), 'something')
  }
  expect(await stage.restore()).toEqual({ ok: false, error: { kind: 'stores-there' } })
})

test('nothing is restored beside a server, and no server starts while a backup is restored', async () => {
  await stage.backup()
  const server = await takePlace({ ...placeOf(stage.elsewhere), role: 'collector' })
  expect(await stage.restore()).toEqual({ ok: false, error: { kind: 'server-there' } })
  await server.leave()
  const said = await inEmptyPlace(placeOf(stage.elsewhere), async () => {
    const started = takePlace({ ...placeOf(stage.elsewhere), role: 'all' })
    return ok(
      await started.then(
        () => 'started',
        (cause: unknown) => String(cause),
      ),
    )
  })
  expect(said.ok && said.value).toMatch(onPostgres() ? 'a backup is being restored' : 'another server has the folder')
  expect((await stage.restore()).ok).toBe(true)
})

const inManifest = (change: (text: string) => string) => async () => {
  const path = join(stage.folder, manifestName)
  await writeFile(path, change(await readFile(path, 'utf8')))
}
const inFile = (name: string, change: (bytes: Buffer) => Buffer) => async () => {
  const path = join(stage.folder, name)
  await writeFile(path, change(await readFile(path)))
}
const flip = (bytes: Buffer): Buffer => {
  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1
  return bytes
}

test.each([
  ['has no manifest', () => rm(join(stage.folder, manifestName)), 'backup-not-found'],
  ['has a manifest that was cut short', inManifest((text) => text.slice(0, 200)), 'backup-damaged'],
  ['has a manifest that was altered', inManifest((text) => text.replace('"version": 1', '"version": 0')), 'backup-damaged'],
  ['has a manifest of a later kind', inManifest((text) => text.replace('"v": 1', '"v": 2')), 'backup-newer'],
  ['has a file with one other bit', inFile('released.sqlite', flip), 'backup-damaged'],
  ['has a file that was cut short', inFile('issuer.sqlite', (bytes) => bytes.subarray(0, 4096)), 'backup-damaged'],
  ['lacks a file', () => rm(join(stage.folder, 'issuer.sqlite')), 'backup-damaged'],
  ['was made by a newer version', () => stage.seal(99), 'backup-newer'],
  [
    'was copied from a file with damaged pages',
    async () => {
      await inFile('issuer.sqlite', (bytes) => bytes.fill(7, 4096 * 3, 4096 * 5))()
      await stage.seal()
    },
    'backup-damaged',
  ],
])('a backup that %s is refused, and nothing is there afterwards', async (_what, change, kind) => {
  await stage.backup()
  await change()
  expect(await stage.restore()).toMatchObject({ ok: false, error: { kind } })
  expect(await stage.left()).toEqual([])
})
