import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerItem, startAssessment } from '../../src/domain/assessment/assessment.ts'
import { itemsOf } from '../../src/domain/instrument/instrument.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'
import { changeAssessment } from '../../src/storage/assessments.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/opening.ts'
import { addPerson } from '../../src/storage/persons.ts'
import { isGuarded } from '../../src/storage/presence.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'
import { must } from '../support/must.ts'

const now = '2026-11-22T09:00:00.000Z'
const instrument = instrumentFor({ sector: 'barnehage', modules: [] })
const [item] = itemsOf(instrument)

afterEach(() => {
  vi.restoreAllMocks()
})

/** The open database of everybody, and that of one person who has unlocked it. */
async function twoKinds(): Promise<readonly (readonly [string, PeilDatabase])[]> {
  const plain = new PeilDatabase(randomUUID())
  await plain.open()
  const guarded = new PeilDatabase(randomUUID())
  const seal = must(await addPerson(guarded, { id: 'a', pin: '402917', takesOver: false }))
  return [
    ['plain', plain],
    ['sealed', new PeilDatabase(guarded.name, sealedBy(seal))],
  ]
}

async function start(database: PeilDatabase): Promise<void> {
  await database.assessments.put(startAssessment(instrument, { tier: 'teacher', modules: [] }, { id: 'x', now }))
}

const answer = (database: PeilDatabase) =>
  changeAssessment(database, 'x', (stored) => answerItem(stored, instrument, item?.id ?? '', { kind: 'step', step: 2 }, now))

const lostMessage = 'Connection to Indexed Database server lost. Refresh the page to try again'
const lost = (): DOMException => new DOMException(lostMessage, 'UnknownError')
const dead = new WeakSet<IDBDatabase>()

// Dexie holds on to this function when it opens, so it is replaced before anything is open.
const original = (prototype: object, method: string): unknown => Object.getOwnPropertyDescriptor(prototype, method)?.value
const begin = original(IDBDatabase.prototype, 'transaction') as IDBDatabase['transaction']
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
  if (dead.has(this)) throw lost()
  return begin.apply(this, args)
}

/** As WebKit does when its database process is gone: on what was open nothing can be begun any more. */
function lose(database: PeilDatabase): void {
  dead.add(database.backendDB())
}

/** The process does not come back either. */
function refuseToOpen(): void {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw lost()
  })
}

describe('a connection that is lost', () => {
  test('is made anew, and the answer is saved, for one person and on a shared device', async () => {
    for (const [kind, database] of await twoKinds()) {
      await start(database)
      lose(database)
      expect(await answer(database), kind).toMatchObject({ ok: true })
      expect(Object.keys((await database.assessments.get('x'))?.answers ?? {}), kind).toEqual([item?.id])
    }
  })

  test('before anybody was seen leaves a device that nobody locked without a door', async () => {
    const database = new PeilDatabase(randomUUID())
    await database.open()
    lose(database)
    expect(await isGuarded(database)).toBe(false)
  })

  test('that stays lost is said, leaves what was stored, and can be tried again by the person', async () => {
    for (const [kind, database] of await twoKinds()) {
      await start(database)
      lose(database)
      refuseToOpen()
      expect(await answer(database), kind).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
      vi.restoreAllMocks()
      expect((await database.assessments.get('x').catch(() => undefined))?.answers ?? {}, kind).toEqual({})
      expect(await answer(database), `${kind}, later`).toMatchObject({ ok: true })
    }
  })
})

/** The browser takes the question and never answers. */
function hang(times: number): void {
  const open = original(IDBFactory.prototype, 'open') as IDBFactory['open']
  let left = times
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...args) {
    return (left -= 1) >= 0 ? (new EventTarget() as IDBOpenDBRequest) : open.apply(this, args)
  })
}

describe('opening', () => {
  test('that hangs once is made again', async () => {
    const database = new PeilDatabase(randomUUID())
    hang(1)
    expect(await openDatabase(database, 20)).toEqual({ kind: 'opened' })
    await start(database)
    expect(await database.assessments.count()).toBe(1)
  })

  test('that hangs twice is given up, and nothing asks a database that does not answer', async () => {
    const database = new PeilDatabase(randomUUID())
    hang(3)
    expect(await openDatabase(database, 20)).toEqual({ kind: 'hangs' })
    await expect(database.assessments.count()).rejects.toThrow('closed')
  })

  test('that the browser refuses is said at once', async () => {
    const database = new PeilDatabase(randomUUID())
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError')
    })
    expect(await openDatabase(database)).toEqual({ kind: 'refused' })
  })

  test('that an older Peil holds back is told apart, and works once that one is closed', async () => {
    const name = randomUUID()
    const older = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name, 10)
      opening.onupgradeneeded = () => opening.result.createObjectStore('settings', { keyPath: 'key' })
      opening.onsuccess = () => {
        resolve(opening.result)
      }
    })
    const database = new PeilDatabase(name)
    const opening = openDatabase(database, 50)
    // A database that is held back settles only when it is let go: the attempt is over then, and not before.
    expect(await opening).toEqual({ kind: 'blocked' })
    older.close()
    expect(await openDatabase(new PeilDatabase(name), 1000)).toEqual({ kind: 'opened' })
  })
})

describe('a newer Peil in another tab', () => {
  /** Opens the same database as a later Peil would. */
  const upgrade = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve) => {
      const opening = indexedDB.open(name, 1000)
      opening.onsuccess = () => {
        resolve(opening.result)
      }
    })

  test('is let through at once; the older one says that it is over, and writes nothing more', async () => {
    for (const [kind, database] of await twoKinds()) {
      await start(database)
      const newer = await upgrade(database.name)
      await database.superseded
      expect(await answer(database), kind).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
      expect(database.isOpen(), kind).toBe(false)
      newer.close()
    }
  })

  test('is not taken for one when the database is only deleted', async () => {
    const database = new PeilDatabase(randomUUID())
    await start(database)
    const over = vi.fn()
    void database.superseded.then(over)
    await new PeilDatabase(database.name).delete()
    await start(database)
    expect(await database.assessments.count()).toBe(1)
    expect(over).not.toHaveBeenCalled()
  })
})

test('whether the device is guarded is asked once more over a new connection when nobody answers', async () => {
  const database = new PeilDatabase(randomUUID())
  await database.settings.put({ key: 'device', value: 'shared' })
  const get = vi.spyOn(database.settings, 'get').mockImplementationOnce(() => new Dexie.Promise(() => undefined))
  const close = vi.spyOn(database, 'close')
  expect(await isGuarded(database)).toBe(true)
  expect([get.mock.calls.length, close.mock.calls.length]).toEqual([2, 1])
  get.mockImplementation(() => new Dexie.Promise(() => undefined))
  expect(await isGuarded(database), 'one that never tells counts as guarded').toBe(true)
})
