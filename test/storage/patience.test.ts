import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ok } from '../../src/domain/result.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'
import { startOrResume } from '../../src/storage/assessments.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { participationsIn } from '../../src/storage/participations.ts'
import { atRest, patient } from '../../src/storage/patience.ts'
import { addPerson } from '../../src/storage/persons.ts'
import { changePlan, loadPlan } from '../../src/storage/plans.ts'
import { onDeviceAgain } from '../../src/storage/refusals.ts'
import { newSecret, sealOf } from '../../src/storage/seal.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'
import { saveSetting } from '../../src/storage/settings.ts'
import { compareBackup, takeBackupIn } from '../../src/storage/take-backup-in.ts'
import { finished, goal, joined, madeAt } from '../support/backup.ts'
import { holdStorage } from '../support/held-storage.ts'
import { rawDump } from '../support/raw-dump.ts'

const now = '2026-11-22T09:00:00.000Z'
const instrument = instrumentFor({ sector: 'barnehage', modules: [] })
/** Milliseconds. */
const patience = 500
const contents = { madeAt, assessments: [finished], plan: { id: 'own', goals: [goal] }, settings: {} }

let database: PeilDatabase

beforeEach(async () => {
  database = new PeilDatabase(randomUUID())
  database.use(patient(patience))
  await database.open()
})

afterEach(async () => {
  await database.delete()
})

function sealed(): PeilDatabase {
  const met = new PeilDatabase(database.name, sealedBy(sealOf('a', newSecret())))
  met.use(patient(patience))
  return met
}

/** What a person does that is kept. */
const writes: Readonly<Record<string, (on: PeilDatabase) => Promise<{ readonly ok: boolean }>>> = {
  'taking a backup in': (on) => takeBackupIn(on, contents),
  'a goal': (on) => changePlan(on, (plan) => ok({ ...plan, goals: [...plan.goals, goal] })),
  'a slip': (on) => participationsIn(on).add(joined),
  'a language': (on) => saveSetting(on, 'language', 'sv'),
  'an assessment': (on) => startOrResume(on, { instrument, tier: 'teacher', modules: [], id: 'x', now }),
}

const reads: Readonly<Record<string, (on: PeilDatabase) => Promise<{ readonly ok: boolean }>>> = {
  'a look at what a backup would do': (on) => compareBackup(on, contents),
  'the plan': (on) => loadPlan(on),
}

describe.each([
  ['open', (): PeilDatabase => database],
  ['sealed', sealed],
] as const)('%s', (_name, asMet) => {
  test.each(Object.entries({ ...writes, ...reads }))(
    '%s that another page keeps from the storage is refused, has not happened, and goes through once it is free',
    async (_what, act) => {
      const met = asMet()
      const before = await rawDump(database.name)
      const letGo = await holdStorage(database.name)
      expect(await act(met)).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
      await letGo()
      expect(await rawDump(database.name)).toBe(before)
      expect(await act(met)).toMatchObject({ ok: true })
      met.close()
    },
  )
})

test('a PIN that another page keeps from the storage is refused, and nobody has one', async () => {
  const letGo = await holdStorage(database.name)
  const refused = await addPerson(database, { id: 'a', pin: '402917', takesOver: true })
  expect(refused).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
  await letGo()
  expect(await database.table('persons').count()).toBe(0)
})

test('what takes long is waited for as long as it gets on, and so is what stands behind it', async () => {
  const since = performance.now()
  let puts = 0
  const long = database.transaction('rw', database.settings, async () => {
    for (; performance.now() - since < 3 * patience; puts += 1) await database.settings.put({ key: 'x', value: String(puts) })
  })
  await vi.waitFor(() => {
    expect(puts).toBeGreaterThan(0)
  })
  const behind = saveSetting(database, 'language', 'sv')
  await long
  expect(await behind).toMatchObject({ ok: true })
  expect(await database.settings.get('x')).toEqual({ key: 'x', value: String(puts - 1) })
})

test('a page is at rest once what is under way has ended', async () => {
  const letGo = await holdStorage(database.name)
  let isWritten = false
  const acting = saveSetting(database, 'language', 'sv').then(() => {
    isWritten = true
  })
  const resting = atRest().then(() => isWritten)
  await letGo()
  expect(await resting).toBe(true)
  await acting
})

test('a page whose storage never comes to rest is not kept', async () => {
  database.close()
  database.use(patient(60_000))
  await database.open()
  const letGo = await holdStorage(database.name)
  const acting = saveSetting(database, 'language', 'sv')
  await atRest()
  await letGo()
  expect(await acting).toMatchObject({ ok: true })
})

test('what took long to fail is not done again, and whoever wishes it again has a new connection', async () => {
  const clock = vi.spyOn(performance, 'now')
  const before = database.backendDB()
  let tries = 0
  const done = await onDeviceAgain(database, () => {
    tries += 1
    clock.mockReturnValue(performance.now() + 6_000)
    return Promise.reject(new Dexie.TimeoutError('no answer'))
  })
  clock.mockRestore()
  expect(done).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
  expect(tries).toBe(1)
  expect(database.backendDB()).not.toBe(before)
})
