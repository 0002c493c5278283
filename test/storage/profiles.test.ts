import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok } from '../../src/domain/result.ts'
import type { ProfileFile } from '../../src/protocol/profile.ts'
import type { Participation } from '../../src/protocol/participation.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { eraseEverything } from '../../src/storage/erase.ts'
import { participationsIn } from '../../src/storage/participations.ts'
import { profileForPerson, profilesIn } from '../../src/storage/profiles.ts'
import { roundsIn } from '../../src/storage/rounds.ts'
import { ownProfile } from '../support/profile.ts'
import { RoundServer } from '../sync/round-server.ts'
import '../support/device.ts'

let name: string
let database: PeilDatabase
beforeEach(() => {
  name = randomUUID()
  database = new PeilDatabase(name)
})
afterEach(async () => {
  await database.delete()
})

const { document } = new RoundServer()
const earlier = { ...document, round: `${'B'.repeat(21)}A`, closes: '2025-12-11T15:00:00Z' }
const placeIn = (round: string): Participation => ({
  ...{ id: randomUUID(), round, unit: 'solstrala', stage: 'joined' },
  ...{ token: { t: 'A'.repeat(43), s: 'A'.repeat(342), keyId: 'A'.repeat(43) }, dueAt: '2026-11-21T09:00:00.000Z' },
})

async function join(...documents: readonly (typeof document)[]): Promise<void> {
  for (const each of documents) {
    await roundsIn(database).save({ round: each.round, document: each })
    expect((await participationsIn(database).add(placeIn(each.round))).ok).toBe(true)
  }
}

const keep = (round: string, file?: ProfileFile) => profilesIn(database).save(round, file)
const wanted = () => profilesIn(database).wanted()

test('a device from before there were profiles opens with everything in it', async () => {
  const before = new Dexie(name)
  before.version(1).stores({ assessments: 'id, startedAt', settings: 'key', rounds: 'round', participations: 'id', plans: 'id' })
  before.version(2).stores({ packs: 'sha256' })
  const rows = {
    assessments: { id: 'a', startedAt: '2026-11-20T10:00:00.000Z' },
    packs: { sha256: 'x', document: {} },
    rounds: { round: document.round, document },
    participations: placeIn(document.round),
    plans: { id: 'own', goals: [] },
    settings: { key: 'language', value: 'nn' },
  }
  for (const [table, row] of Object.entries(rows)) await before.table(table).add(row)
  before.close()

  expect(await database.open()).toBe(database)
  for (const [table, row] of Object.entries(rows)) expect(await database.table(table).toArray()).toEqual([row])
  expect(await profileForPerson(database)).toBeUndefined()
  await keep(document.round, ownProfile())
  expect(await profileForPerson(database)).toEqual(ownProfile())
})

test('who has joined no round has no profile, and asks for none', async () => {
  await roundsIn(database).save({ round: document.round, document })
  await participationsIn(database).add({ id: 'a', round: document.round, unit: 'solstrala', code: 'x', stage: 'joining' })
  await keep(document.round, ownProfile())
  expect([await profileForPerson(database), await wanted()]).toEqual([undefined, { ok: true, value: undefined }])
})

test('of several rounds the one that closes last counts', async () => {
  await join(earlier, document)
  await keep(earlier.round, ownProfile({ validTo: 2031 }))
  expect(await wanted()).toEqual({ ok: true, value: { round: document.round, isKnown: false } })
  expect(await profileForPerson(database)).toBeUndefined()
  await keep(document.round, ownProfile({ validTo: 2032 }))
  expect(await wanted()).toEqual({ ok: true, value: { round: document.round, isKnown: true } })
  expect((await profileForPerson(database))?.profile.validTo).toBe(2032)
})

test('a municipality that goes back to one of Peil’s leaves none of its own here', async () => {
  await join(document)
  await keep(document.round, ownProfile())
  await keep(document.round)
  expect(await profileForPerson(database)).toBeUndefined()
  expect(JSON.stringify(await database.table('profiles').toArray())).not.toContain('Fjordvik')
})

test('what another version of Peil stored and this one cannot read is none', async () => {
  await join(document)
  await database.table('profiles').put({ round: document.round, file: { ...ownProfile(), v: 2 } })
  expect(await profileForPerson(database)).toBeUndefined()
})

test('erasing everything takes the profiles along', async () => {
  await keep(document.round, ownProfile())
  expect(await eraseEverything(database)).toEqual(ok('nothing-left'))
  expect(await database.table('profiles').count()).toBe(0)
})
