import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { BackupContents, BackupFile } from '../../src/protocol/backup.ts'
import { lockContents } from '../../src/storage/backup-lock.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { backupName, makeBackup } from '../../src/storage/make-backup.ts'
import { openBackup, readBackupFile } from '../../src/storage/open-backup.ts'
import { newSecret, sealOf } from '../../src/storage/seal.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'
import { compareBackup, takeBackupIn } from '../../src/storage/take-backup-in.ts'
import { changed, everythingIn, fill, finished, goal, gone, joined, madeAt, passphrase, underWay, waiting } from '../support/backup.ts'

Dexie.dependencies = { indexedDB, IDBKeyRange }

const databases: PeilDatabase[] = []

/** A device on which nothing is locked, or what a person meets who has unlocked what is theirs. */
function openDevice(use: 'open' | 'sealed'): PeilDatabase {
  const database = new PeilDatabase(randomUUID(), use === 'sealed' ? sealedBy(sealOf(randomUUID(), newSecret())) : undefined)
  databases.push(database)
  return database
}

let old: PeilDatabase
let fresh: PeilDatabase

beforeEach(async () => {
  // From a shared tablet, where one person has unlocked what is theirs, to a device of one's own.
  old = openDevice('sealed')
  fresh = openDevice('open')
  await fill(old)
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await Promise.all(databases.splice(0).map((each) => each.delete()))
})

async function make({ withPlaces = false, from = old } = {}): Promise<Blob> {
  const made = await makeBackup(from, passphrase, { now: madeAt, withPlaces })
  if (!made.ok) throw new Error(made.error.kind)
  return new Blob([made.value.bytes])
}

async function fileIn(blob: Blob): Promise<BackupFile> {
  const read = await readBackupFile(blob)
  if (!read.ok) throw new Error(read.error.kind)
  return read.value
}

async function contentsIn(blob: Blob): Promise<BackupContents> {
  const opened = await openBackup(await fileIn(blob), passphrase)
  if (!opened.ok) throw new Error(opened.error.kind)
  return opened.value
}

test('a new device has everything the person had but what belongs to the old device', async () => {
  const contents = await contentsIn(await make())
  expect(await compareBackup(fresh, contents)).toMatchObject({ ok: true, value: { assessments: { new: 2 }, goals: { new: 1 } } })
  expect(await everythingIn(fresh), 'comparing writes nothing').toEqual({ assessments: [], plans: [], participations: [], settings: [] })
  await takeBackupIn(fresh, contents)
  expect(await everythingIn(fresh)).toEqual({
    assessments: [finished, underWay],
    plans: [{ id: 'own', goals: [goal] }],
    participations: [],
    settings: [
      { key: 'colorScheme', value: 'dark' },
      { key: 'language', value: 'sv' },
    ],
  })
})

test('taking the same backup in twice, or where it was made, changes nothing', async () => {
  const contents = await contentsIn(await make({ withPlaces: true }))
  const before = await everythingIn(old)
  await takeBackupIn(old, contents)
  expect(await everythingIn(old)).toEqual(before)
  await takeBackupIn(fresh, contents)
  const once = await everythingIn(fresh)
  expect(await takeBackupIn(fresh, contents)).toMatchObject({
    value: { assessments: { new: 0, same: 2 }, goals: { new: 0, same: 1 }, settings: [], places: { new: 0, same: 4 } },
  })
  expect(await everythingIn(fresh)).toEqual(once)
})

test.each([
  ['open', 'sealed'],
  ['sealed', 'sealed'],
  ['open', 'open'],
] as const)('what was %s comes to where it is %s, all of it or nothing', async (here, there) => {
  const [from, to] = [openDevice(here), openDevice(there)]
  await fill(from)
  const contents = await contentsIn(await make({ withPlaces: true, from }))
  const table = to.table('participations')
  vi.spyOn(Object.getPrototypeOf(table) as typeof table, 'add').mockRejectedValue(new Dexie.QuotaExceededError('full'))
  expect(await takeBackupIn(to, contents)).toEqual({ ok: false, error: { kind: 'storage-full' } })
  expect(await everythingIn(to)).toEqual({ assessments: [], plans: [], participations: [], settings: [] })
  vi.restoreAllMocks()
  expect(await takeBackupIn(to, contents)).toMatchObject({ ok: true })
  expect(await everythingIn(to)).toMatchObject({
    assessments: [finished, underWay],
    plans: [{ goals: [goal] }],
    participations: [{}, {}, {}, {}],
  })
})

test('a person who is locked out meanwhile is told that nothing was saved, and nothing was', async () => {
  const contents = await contentsIn(await make())
  const seal = sealOf(randomUUID(), newSecret())
  const to = new PeilDatabase(randomUUID(), sealedBy(seal))
  databases.push(to)
  await to.open()
  seal.forget()
  expect(await takeBackupIn(to, contents)).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
  expect(await to.table('sealed').count()).toBe(0)
})

describe('places from slips', () => {
  it('stay behind unless the person asks for them', async () => {
    expect(await contentsIn(await make())).not.toHaveProperty('participations')
    expect((await contentsIn(await make({ withPlaces: true }))).participations).toHaveLength(4)
  })

  it('send nothing by themselves that had not left the old device', async () => {
    await takeBackupIn(fresh, await contentsIn(await make({ withPlaces: true })))
    const { id, round, unit, token, dueAt, version } = waiting as Extract<typeof waiting, { stage: 'waiting' }>
    const held = { round, unit, token, dueAt }
    const taken = await fresh.table<{ readonly id: string }>('participations').toArray()
    const byId = Object.fromEntries(taken.map((each) => [each.id, each]))
    expect(byId['p-joined']).toEqual(joined)
    expect(byId['p-gone']).toEqual(gone)
    const elsewhere = [version]
    expect(byId['p-waiting']).toEqual({ ...held, elsewhere, id, stage: 'joined', choice: 'later' })
    expect(byId['p-changed']).toEqual({
      ...held,
      elsewhere,
      id: 'p-changed',
      stage: 'sent',
      acknowledged: changed.stage === 'waiting' && changed.replaces,
    })
  })
})

test('what is on the device stays, and an assessment gone on with in two places has the later answers', async () => {
  const contents = await contentsIn(await make())
  const step = (at: 0 | 4) => ({ answer: { kind: 'step', step: at }, version: 1 }) as const
  await fresh.assessments.put({
    ...underWay,
    changedAt: '2026-11-21T08:00:00.000Z',
    answers: { 'skole.1.a': step(4), 'skole.1.c': step(0) },
  })
  await fresh.assessments.put({ ...finished, changedAt: '2026-09-30T08:00:00.000Z', answers: { 'skole.1.a': step(0) } })
  await fresh.table('plans').put({ id: 'own', goals: [{ ...goal, status: 'done' }] })
  await fresh.settings.put({ key: 'language', value: 'nb' })
  expect(await takeBackupIn(fresh, contents)).toMatchObject({
    value: {
      assessments: { new: 0, same: 0, kept: 1, newer: 1, both: 0 },
      answersReplaced: 1,
      goals: { new: 0, kept: 1 },
      settings: ['colorScheme'],
    },
  })
  const after = await everythingIn(fresh)
  expect(after['assessments']).toEqual([
    finished,
    { ...underWay, changedAt: '2026-11-21T08:00:00.000Z', answers: { 'skole.1.a': step(4), 'skole.1.c': step(0) } },
  ])
  expect(after['plans']).toEqual([{ id: 'own', goals: [{ ...goal, status: 'done' }] }])
  expect(after['settings']).toContainEqual({ key: 'language', value: 'nb' })
})

describe('a refused backup changes nothing', () => {
  it.each([
    ['storage-full', new Dexie.QuotaExceededError('full')],
    ['storage-unavailable', new Dexie.DatabaseClosedError('closed')],
  ])('%s, in the middle of writing', async (kind, fault) => {
    const contents = await contentsIn(await make({ withPlaces: true }))
    const table = fresh.table('participations')
    vi.spyOn(Object.getPrototypeOf(table) as typeof table, 'add').mockRejectedValue(fault)
    expect(await takeBackupIn(fresh, contents)).toEqual({ ok: false, error: { kind } })
    vi.restoreAllMocks()
    expect(await everythingIn(fresh)).toEqual({ assessments: [], plans: [], participations: [], settings: [] })
  })

  it('and a plan that a newer Peil wrote is not overwritten', async () => {
    const newer = { id: 'own', goals: [{ id: 'g9', status: 'dreaming' }] }
    await fresh.table('plans').put(newer)
    expect(await takeBackupIn(fresh, await contentsIn(await make()))).toEqual({ ok: false, error: { kind: 'plan-unread' } })
    expect(await everythingIn(fresh)).toEqual({ assessments: [], plans: [newer], participations: [], settings: [] })
  })

  it('but does not stand in the way of a file without goals', async () => {
    const newer = { id: 'own', goals: [{ id: 'g9', status: 'dreaming' }] }
    await fresh.table('plans').put(newer)
    expect(await takeBackupIn(fresh, { madeAt, assessments: [finished], settings: {} })).toMatchObject({ ok: true })
    expect(await everythingIn(fresh)).toMatchObject({ assessments: [finished], plans: [newer] })
  })

  it('nor is an assessment that a newer Peil wrote', async () => {
    const newer = { ...finished, tier: 'something new' }
    await fresh.table('assessments').put(newer)
    expect(await takeBackupIn(fresh, await contentsIn(await make()))).toMatchObject({ value: { assessments: { new: 1, kept: 1 } } })
    expect(await fresh.table('assessments').get('a1')).toEqual(newer)
  })
})

describe('a file', () => {
  it('tells nothing of what is in it', async () => {
    const text = await (await make({ withPlaces: true })).text()
    for (const word of ['skole', 'Måke', 'planlegger', 'solstrala', '2026-', 'teacher']) expect(text).not.toContain(word)
  })

  it('is locked anew each time', async () => {
    const [one, other] = [await fileIn(await make()), await fileIn(await make())]
    expect(one.key.salt).not.toBe(other.key.salt)
    expect(one.cipher.nonce).not.toBe(other.cipher.nonce)
    expect(one.contents).not.toBe(other.contents)
    expect(one.key.rounds).toBeGreaterThanOrEqual(600_000)
  })

  it('opens with no other passphrase, and not when anything in it is another', async () => {
    const file = await fileIn(await make())
    const refused = { ok: false, error: { kind: 'not-opened' } }
    expect(await openBackup(file, `${passphrase}s`)).toEqual(refused)
    const flip = (text: string, at: number) => `${text.slice(0, at)}${text[at] === 'B' ? 'C' : 'B'}${text.slice(at + 1)}`
    const middle = Math.floor(file.contents.length / 2)
    for (const altered of [
      { ...file, contents: flip(file.contents, 0) },
      { ...file, contents: flip(file.contents, middle) },
      { ...file, contents: flip(file.contents, file.contents.length - 5) },
      { ...file, contents: file.contents.slice(0, middle - (middle % 4)) },
      { ...file, key: { ...file.key, salt: flip(file.key.salt, 3) } },
      { ...file, key: { ...file.key, rounds: file.key.rounds - 1 } },
      { ...file, cipher: { ...file.cipher, nonce: flip(file.cipher.nonce, 3) } },
    ]) {
      expect(await openBackup(altered, passphrase)).toEqual(refused)
    }
    expect(await openBackup(await fileIn(new Blob([JSON.stringify(file)])), passphrase), 'spaces are not its contents').toMatchObject({
      ok: true,
    })
  })

  it('is not read where it is too large, or the device does not hand it over', async () => {
    const large = new Blob([' '.repeat(16 * 1024 * 1024 + 1)])
    const text = vi.spyOn(large, 'text')
    expect(await readBackupFile(large)).toEqual({ ok: false, error: { kind: 'too-large' } })
    expect(text).not.toHaveBeenCalled()
    const away = new Blob(['x'])
    vi.spyOn(away, 'text').mockRejectedValue(new DOMException('in the cloud', 'NotReadableError'))
    expect(await readBackupFile(away)).toEqual({ ok: false, error: { kind: 'not-read' } })
  })

  it('of another hand that opens is refused unless all of it is as Peil writes it', async () => {
    const plain = (assessments: string): string => `{"madeAt":"2026-11-22T08:00:00.000Z","assessments":${assessments},"settings":{}}`
    const endless = { ...finished, startedAt: '9999-12-31T23:59:59.999Z' }
    const deep = JSON.stringify([{ ...finished, more: 0 }]).replace('"more":0', `"more":${'['.repeat(20_000)}${']'.repeat(20_000)}`)
    for (const odd of [plain('[{"id":"a1"}]'), plain(JSON.stringify([endless])), plain(deep), 'no JSON', '[]']) {
      const file = await lockContents(new TextEncoder().encode(odd), passphrase)
      expect(await openBackup(file, passphrase), odd.slice(0, 200)).toEqual({ ok: false, error: { kind: 'strange' } })
    }
  })

  it('has a name in plain letters, with the day', () => {
    expect(backupName(madeAt)).toBe('peil-backup-2026-11-22.json')
  })
})

describe('no file is made', () => {
  const options = { now: madeAt, withPlaces: false }

  it.each(['', 'elleve boks', '   elleve    boks   '])('with the passphrase «%s», which is too short', async (short) => {
    expect(await makeBackup(old, short, options)).toEqual({ ok: false, error: { kind: 'passphrase-short' } })
  })

  it('where the page has no cryptography, and none is opened there', async () => {
    const file = await fileIn(await make())
    vi.stubGlobal('crypto', {})
    expect(await makeBackup(old, passphrase, options)).toEqual({ ok: false, error: { kind: 'cannot-lock' } })
    expect(await openBackup(file, passphrase)).toEqual({ ok: false, error: { kind: 'cannot-lock' } })
  })

  it('that would be too large to be taken in again', async () => {
    await fresh.assessments.put({ ...finished, id: 'long', notes: { 'skole.1.a': 'x'.repeat(13 * 1024 * 1024) } })
    expect(await makeBackup(fresh, passphrase, options)).toEqual({ ok: false, error: { kind: 'too-much' } })
  })

  it('when the database cannot be read', async () => {
    old.close({ disableAutoOpen: true })
    expect(await makeBackup(old, passphrase, options)).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
  })
})

test('records that this version cannot read are counted, not quietly left out', async () => {
  await old.table('assessments').put({ id: 'odd', startedAt: madeAt })
  const made = await makeBackup(old, passphrase, { now: madeAt, withPlaces: false })
  expect(made).toMatchObject({ ok: true, value: { holds: { assessments: 2, goals: 1, places: 0 }, leftOut: 1 } })
})

test('five hundred assessments with notes go through one file', async () => {
  const many = Array.from({ length: 500 }, (_, at) => ({ ...finished, id: `m${String(at)}`, notes: { 'skole.1.a': 'x'.repeat(2000) } }))
  await old.assessments.bulkPut(many)
  const contents = await contentsIn(await make())
  expect(await takeBackupIn(fresh, contents)).toMatchObject({ value: { assessments: { new: 502 } } })
  expect(await fresh.assessments.count()).toBe(502)
})
