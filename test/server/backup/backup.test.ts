import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../../src/server/backup/make-backup.ts'
import { manifestName, writeManifest } from '../../../src/server/backup/manifest.ts'
import { restoreBackup } from '../../../src/server/backup/restore-backup.ts'
import { saveProfile } from '../../../src/server/registry/profiles.ts'
import { openStores } from '../../../src/server/store/stores.ts'
import { verifyStores } from '../../../src/server/verify/verify-stores.ts'
import { contributionOf, joinUnit, newVersion, readRound, send } from '../../support/contributor.ts'
import { ownProfile } from '../../support/profile.ts'
import { type TestServer, day, startServer } from '../../support/server.ts'

let server: TestServer
let open: string
let released: string
let places = 0
let folder: string
let elsewhere: string

beforeAll(async () => {
  server = await startServer([
    { unit: 'bekken', name: 'Bekken', sector: 'barnehage' },
    { unit: 'lia', name: 'Lia', sector: 'barnehage' },
  ])
  released = (await server.openRound([{ unit: 'lia', headcount: { practice: 5 } }])).round
  expect((await server.closeRound(released)).ok).toBe(true)
  const opened = await server.openRound([{ unit: 'bekken', headcount: { practice: 5 } }])
  open = opened.round
  const round = await readRound(server.app, open)
  for (const code of opened.units[0]?.codes.slice(0, 2) ?? []) {
    const token = await joinUnit(server.app, round, 'bekken', code)
    expect((await send(server.app, contributionOf(token, newVersion('01234abc')))).statusCode).toBe(200)
  }
})
afterAll(() => server.remove())
beforeEach(() => {
  places += 1
  folder = join(server.folder, `backup-${places}`)
  elsewhere = join(server.folder, `restored-${places}`)
})

const backup = async (into = folder) => makeBackup({ dataFolder: server.folder, stores: () => server.stores, clock: server.clock }, into)
const restore = async (at = server.clock()) => restoreBackup(folder, elsewhere, at)

async function restoredStores(at = server.clock()) {
  const restored = await restore(at)
  if (!restored.ok) throw new Error(restored.error.kind)
  return { rounds: restored.value.rounds, stores: openStores(elsewhere) }
}

test('a backup holds issuer and documents, for its owner alone, and nothing of the collector', async () => {
  const made = await backup()
  expect(made).toMatchObject({ ok: true, value: { v: 1, files: [{ store: 'issuer' }, { store: 'released' }] } })
  expect((await readdir(folder)).toSorted()).toEqual(['issuer.sqlite', manifestName, 'released.sqlite'])
  for (const name of await readdir(folder)) expect([name, (await stat(join(folder, name))).mode & 0o777]).toEqual([name, 0o600])
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  const [nullifier] = await server.stores.collector.all('SELECT nullifier FROM nullifier')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
  expect(Buffer.concat(files).includes(Buffer.from(nullifier?.['nullifier'] as Uint8Array))).toBe(false)
})

test('what is restored is what was kept, with a collector that is another', async () => {
  const { issuer } = server.stores
  await saveProfile(issuer, server.municipality, { v: 1, file: ownProfile() }, { who: 'owner', now: server.clock() })
  await backup()
  const { rounds, stores } = await restoredStores()
  expect(await stores.issuer.all('SELECT municipality FROM own_profile')).toHaveLength(1)
  expect(new Map(rounds.map(({ round, state }) => [round, state]))).toEqual(
    new Map([
      [released, 'released'],
      [open, 'open'],
    ]),
  )
  for (const table of ['round', 'round_unit', 'code', 'municipality', 'unit', 'own_profile'])
    expect(await stores.issuer.all(`SELECT * FROM ${table}`)).toEqual(await server.stores.issuer.all(`SELECT * FROM ${table}`))
  expect(await stores.released.all('SELECT * FROM released')).toEqual(await server.stores.released.all('SELECT * FROM released'))
  const incarnation = async (of: TestServer['stores']) => (await of.collector.all('SELECT incarnation FROM collector'))[0]?.['incarnation']
  expect(await incarnation(stores)).not.toBe(await incarnation(server.stores))
  expect(await stores.collector.all('SELECT * FROM nullifier')).toEqual([])
  expect((await verifyStores(elsewhere, () => stores)).faults).toEqual([])
  await stores.close()
})

test('nobody who was signed in at the backup is signed in after the restore, and it stands in the audit log', async () => {
  await server.signIn({ role: 'owner', municipality: server.municipality })
  await backup()
  const { stores } = await restoredStores()
  expect(await stores.issuer.all('SELECT * FROM session UNION ALL SELECT * FROM sign_in_link')).toEqual([])
  expect(await stores.issuer.all('SELECT who, action FROM audit ORDER BY seq DESC LIMIT 1')).toEqual([
    expect.objectContaining({ who: 'operator', action: 'stores-restored' }),
  ])
  await stores.close()
})

test('a round that was closing and has no document takes contributions again, for as long as it may', async () => {
  await backup()
  const copy = new DatabaseSync(join(folder, 'issuer.sqlite'))
  copy.exec(`UPDATE round SET phase = 'closing', closed = '2026-11-03T00:00:00.000Z' WHERE round = '${open}'`)
  copy.close()
  await seal()
  const { rounds, stores } = await restoredStores()
  expect(rounds).toContainEqual({ round: open, state: 'open' })
  expect(await stores.issuer.all('SELECT phase, closed FROM round WHERE round = $1', open)).toEqual([
    expect.objectContaining({ phase: 'open', closed: null }),
  ])
  await stores.close()
})

test('a round whose time is over is said to be too late', async () => {
  await backup()
  const { rounds, stores } = await restoredStores(new Date(server.clock().getTime() + 40 * day))
  expect(rounds).toContainEqual({ round: open, state: 'too-late' })
  await stores.close()
})

test('a round whose document is there is never released a second time', async () => {
  await backup()
  const copy = new DatabaseSync(join(folder, 'issuer.sqlite'))
  copy.exec(`UPDATE round SET phase = 'open', closed = NULL WHERE round = '${released}'`)
  copy.close()
  await seal()
  const { rounds, stores } = await restoredStores()
  expect(rounds).toContainEqual({ round: released, state: 'finishing' })
  expect(await stores.issuer.all('SELECT phase FROM round WHERE round = $1', released)).toEqual([
    expect.objectContaining({ phase: 'closing' }),
  ])
  await stores.close()
})

test('a folder with something in it takes no backup, and stores are never written over', async () => {
  await backup()
  expect(await backup()).toEqual({ ok: false, error: { kind: 'folder-not-empty' } })
  await mkdir(elsewhere)
  await writeFile(join(elsewhere, 'collector.sqlite'), 'something')
  expect(await restore()).toEqual({ ok: false, error: { kind: 'stores-there' } })
  expect(await readFile(join(elsewhere, 'collector.sqlite'), 'utf8')).toBe('something')
  expect(await makeBackup({ dataFolder: elsewhere, stores: () => server.stores, clock: server.clock }, `${folder}-2`)).toEqual({
    ok: false,
    error: { kind: 'stores-missing' },
  })
})

/** Makes the manifest fit the files again, as somebody who made them so would have. */
async function seal(changes: { readonly version?: number } = {}): Promise<void> {
  await rm(join(folder, manifestName))
  const file = async <S extends 'issuer' | 'released'>(store: S, version: number) => {
    const bytes = await readFile(join(folder, `${store}.sqlite`))
    return { store, version, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('base64url') }
  }
  const files: [Awaited<ReturnType<typeof file<'issuer'>>>, Awaited<ReturnType<typeof file<'released'>>>] = [
    await file('issuer', changes.version ?? 2),
    await file('released', 1),
  ]
  await writeManifest(folder, { v: 1, made: server.clock().toISOString(), files })
}

const inManifest = (change: (text: string) => string) => async () => {
  const path = join(folder, manifestName)
  await writeFile(path, change(await readFile(path, 'utf8')))
}
const inFile = (name: string, change: (bytes: Buffer) => Buffer) => async () => {
  const path = join(folder, name)
  await writeFile(path, change(await readFile(path)))
}
const flip = (bytes: Buffer): Buffer => {
  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1
  return bytes
}

test.each([
  ['has no manifest', () => rm(join(folder, manifestName)), 'backup-not-found'],
  ['has a manifest that was cut short', inManifest((text) => text.slice(0, 200)), 'backup-damaged'],
  ['has a manifest that was altered', inManifest((text) => text.replace('"version": 1', '"version": 0')), 'backup-damaged'],
  ['has a manifest of a later kind', inManifest((text) => text.replace('"v": 1', '"v": 2')), 'backup-newer'],
  ['has a file with one other bit', inFile('released.sqlite', flip), 'backup-damaged'],
  ['has a file that was cut short', inFile('issuer.sqlite', (bytes) => bytes.subarray(0, 4096)), 'backup-damaged'],
  ['lacks a file', () => rm(join(folder, 'issuer.sqlite')), 'backup-damaged'],
  ['was made by a newer version', () => seal({ version: 99 }), 'backup-newer'],
  [
    'was copied from a file with damaged pages',
    async () => {
      await inFile('issuer.sqlite', (bytes) => bytes.fill(7, 4096 * 3, 4096 * 5))()
      await seal()
    },
    'backup-damaged',
  ],
])('a backup that %s is refused, and nothing is there afterwards', async (_what, change, kind) => {
  await backup()
  await change()
  expect(await restore()).toMatchObject({ ok: false, error: { kind } })
  expect(await readdir(elsewhere).catch(() => [])).toEqual([])
})
