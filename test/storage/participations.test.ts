import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDevice } from '../support/device.ts'
import { RoundServer } from '../sync/round-server.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { listParticipations, participationsIn } from '../../src/storage/participations.ts'
import type { Participation } from '../../src/protocol/participation.ts'

let database: PeilDatabase
beforeEach(() => {
  database = new PeilDatabase(randomUUID())
})
afterEach(async () => {
  await database.delete()
})

const round = 'A'.repeat(22)
const joining: Participation = { id: 'a', round, unit: 'u', stage: 'joining', code: '0123456789ABCDEF' }
const settled: Participation = { id: 'a', round, unit: 'u', stage: 'settled', outcome: 'counted' }

test('what is stored in one run is there in the next', async () => {
  await participationsIn(database).add(joining)
  database.close()
  const again = new PeilDatabase(database.name)
  expect(await participationsIn(again).find('a')).toEqual({ ok: true, value: joining })
  again.close()
})

test('every stage is read back as it was written', async () => {
  const server = new RoundServer()
  const device = createDevice(server.exchange, { database, now: () => '2026-11-21T12:00:00.000Z' })
  const id = await device.join(server.slip())
  const seen = [await device.participation(id)]
  await device.contributing.contribute(id, { tier: '-', values: 'b3-' })
  seen.push(await device.participation(id))
  seen.push(await device.contribute(id, 'b3-'), await device.withdraw(id))
  expect(seen.map(({ stage }) => stage)).toEqual(['joined', 'waiting', 'sent', 'sent'])
  for (const participation of [...seen, joining, settled]) {
    await database.table('participations').put({ ...participation, id: 'copy' })
    expect(await participationsIn(database).find('copy')).toEqual({ ok: true, value: { ...participation, id: 'copy' } })
  }
})

test('two changes at once both count', async () => {
  const otherTab = new PeilDatabase(database.name)
  const [here, there] = [participationsIn(database), participationsIn(otherTab)]
  await here.add(joining)
  const spell = (stored: Participation): Participation => (stored.stage === 'joining' ? { ...stored, code: `${stored.code}x` } : stored)
  await Promise.all([here.change('a', spell), there.change('a', spell), here.change('a', spell)])
  const found = await here.find('a')
  expect(found.ok && found.value?.stage === 'joining' && found.value.code).toBe(`${joining.code}xxx`)
  otherTab.close()
})

test('changing what is gone changes nothing', async () => {
  const table = participationsIn(database)
  expect(await table.change('a', () => settled)).toEqual({ ok: true, value: undefined })
  expect(await listParticipations(database)).toEqual([])
})

test('a record from another world is left alone', async () => {
  const strange = { id: 'b', stage: 'teleported' }
  await database.table('participations').put(strange)
  await participationsIn(database).add(joining)
  expect(await listParticipations(database)).toEqual([joining])
  expect(await database.table('participations').get('b')).toEqual(strange)
})

test('a closed database is a refusal, not a crash', async () => {
  await database.open()
  database.close()
  expect(await participationsIn(database).add(joining)).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
})
