import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { PeilDatabase } from '../../src/storage/database.ts'
import { addPerson } from '../../src/storage/persons.ts'
import { isGuarded } from '../../src/storage/presence.ts'
import { saveSetting } from '../../src/storage/settings.ts'
import { must } from '../support/must.ts'

async function device(): Promise<PeilDatabase> {
  const database = new PeilDatabase(randomUUID())
  await database.open()
  return database
}

test('a door stands before a shared device and before a place with a PIN, and before no other', async () => {
  const [own, shared, locked] = [await device(), await device(), await device()]
  must(await saveSetting(own, 'device', 'own'))
  must(await saveSetting(shared, 'device', 'shared'))
  must(await addPerson(locked, { id: 'me', pin: '402917', takesOver: true }))
  expect([await isGuarded(own), await isGuarded(shared), await isGuarded(locked)]).toEqual([false, true, true])
})

test('a device that does not tell is not open', async () => {
  const database = await device()
  database.close()
  expect(await isGuarded(database)).toBe(true)
})
