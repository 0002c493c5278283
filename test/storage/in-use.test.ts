import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { PeilDatabase } from '../../src/storage/database.ts'

test('a storage that cannot be read stops no start, and counts as one that nobody died over', async () => {
  vi.stubGlobal('navigator', { userAgentData: {} })
  const { hasDiedInUse, inUse } = await import('../../src/storage/in-use.ts')
  const database = new PeilDatabase(randomUUID())
  expect(await hasDiedInUse(database)).toBe(false)
  await database.settings.put({ key: inUse, value: '' })
  expect(await hasDiedInUse(database)).toBe(true)
  vi.spyOn(database.settings, 'get').mockImplementation(() => Dexie.Promise.reject(new Dexie.UnknownError('broken')))
  expect(await hasDiedInUse(database)).toBe(false)
})
