// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { contributing } from '../../src/app/contributing.ts'
import { deviceDatabase, enter } from '../../src/app/database.ts'
import { startOutbox } from '../../src/app/outbox.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { openAsGuest } from '../../src/storage/guest.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'

const round = 'A'.repeat(22)
const slip = { round, unit: 'u1', code: 'X' }

test('what waits behind a lock is looked at as soon as its person comes in, and stays behind the lock', async () => {
  const asked = vi.fn(() => Promise.reject(new TypeError('no network')))
  vi.stubGlobal('fetch', asked)
  await deviceDatabase.open()
  startOutbox()
  const before = contributing()

  const { seal, person } = openAsGuest(randomUUID)
  const database = new PeilDatabase(deviceDatabase.name, sealedBy(seal))
  await database.table('participations').add({ ...slip, id: 'p1', stage: 'joining' })
  expect(asked, 'nobody is in').not.toHaveBeenCalled()
  enter({ database, seal, person: { ...person, isGuest: true, isShared: true }, goOut: () => undefined })
  await vi.waitFor(() => {
    expect(asked).toHaveBeenCalledWith(expect.stringContaining(round), expect.anything())
  })

  expect(contributing()).not.toBe(before)
  await contributing().join({ ...slip, code: 'Y' })
  expect(await database.table('participations').count()).toBe(2)
  expect(await deviceDatabase.table('participations').count(), 'nothing of the person lies open').toBe(0)
  contributing().stop()
})
