import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDevice } from '../support/device.ts'
import { RoundServer } from '../sync/round-server.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { findRound, listRounds, roundsIn, targetsForPerson } from '../../src/storage/rounds.ts'

let database: PeilDatabase
beforeEach(() => {
  database = new PeilDatabase(randomUUID())
})
afterEach(async () => {
  await database.delete()
})

const { document } = new RoundServer()
const round = document.round

test('a round is kept with its joined figures, and the newest look replaces the last', async () => {
  const table = roundsIn(database)
  await table.save({ round, document, joined: { solstrala: 'under-5' } })
  await table.save({ round, document: { ...document, state: 'closed' }, joined: { solstrala: 'half' } })
  expect(await findRound(database, round)).toEqual({ round, document: { ...document, state: 'closed' }, joined: { solstrala: 'half' } })
})

test('the round that closes last stands first', async () => {
  const later = { ...document, round: 'B'.repeat(21) + 'A', closes: '2027-05-01T12:00:00Z' }
  await roundsIn(database).save({ round, document })
  await roundsIn(database).save({ round: later.round, document: later })
  expect((await listRounds(database)).map((known) => known.round)).toEqual([later.round, round])
})

test('a person has the targets of a round they have a place in, and no others', async () => {
  await roundsIn(database).save({ round, document })
  expect(await targetsForPerson(database)).toBeUndefined()
  const server = new RoundServer()
  await createDevice(server.exchange, { database }).join(server.slip())
  expect(await targetsForPerson(database)).toEqual({
    '1': { practice: 2, teacher: 2, leader: 2, owner: 2 },
    '2': { practice: 2, teacher: 2, leader: 2, owner: 2 },
    privacy: { practice: 2, teacher: 2, leader: 2, owner: 2 },
  })
})
