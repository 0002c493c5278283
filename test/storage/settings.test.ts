import { Dexie } from 'dexie'
import { IDBKeyRange, indexedDB } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { PeilDatabase } from '../../src/storage/database.ts'
import { onDevice, storageRefusalOf } from '../../src/storage/refusals.ts'
import { loadSettings, saveSetting } from '../../src/storage/settings.ts'

Dexie.dependencies = { indexedDB, IDBKeyRange }

test('settings come back as they were saved', async () => {
  const database = new PeilDatabase('settings')
  expect(await loadSettings(database)).toEqual({})
  await saveSetting(database, 'language', 'en')
  await saveSetting(database, 'colorScheme', 'dark')
  await saveSetting(database, 'colorScheme', 'light')
  expect(await loadSettings(database)).toEqual({ language: 'en', colorScheme: 'light' })
})

test('a setting that this version does not know is as good as none', async () => {
  const database = new PeilDatabase('unknown-settings')
  await database.settings.bulkPut([
    { key: 'colorScheme', value: 'sepia' },
    { key: 'from-the-future', value: 'yes' },
  ])
  expect(await loadSettings(database)).toEqual({})
})

test('a closed database and a full device are told apart', async () => {
  const database = new PeilDatabase('closed')
  await database.open()
  database.close()
  expect(await saveSetting(database, 'language', 'en')).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })

  const full = new Dexie.AbortError('aborted', new Dexie.QuotaExceededError('full'))
  expect(await onDevice(() => Promise.reject(full))).toEqual({ ok: false, error: { kind: 'storage-full' } })
  expect(storageRefusalOf(new DOMException('full', 'QuotaExceededError'))).toEqual({ kind: 'storage-full' })
})

test('a browser without storage is a refusal, and a fault of ours is not', async () => {
  expect(storageRefusalOf(new Dexie.MissingAPIError('no IndexedDB'))).toEqual({ kind: 'storage-unavailable' })
  await expect(onDevice(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours')
})
