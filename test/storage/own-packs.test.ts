import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startAssessment } from '../../src/domain/assessment/assessment.ts'
import { versionNaming } from '../../src/domain/instrument/own-pack.ts'
import { ok } from '../../src/domain/result.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'
import { currentAssessment, startOrResume } from '../../src/storage/assessments.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { eraseEverything } from '../../src/storage/erase.ts'
import { ownPacksIn, packsFor } from '../../src/storage/own-packs.ts'
import { packsIn } from '../../src/storage/packs-wanted.ts'
import { keptPack } from '../support/own-pack.ts'
import '../support/device.ts'

const now = '2026-11-21T09:00:00.000Z'
let name: string
let database: PeilDatabase
beforeEach(() => {
  name = randomUUID()
  database = new PeilDatabase(name)
})
afterEach(async () => {
  await database.delete()
})

const began = startAssessment(
  instrumentFor({ sector: 'barnehage', modules: ['privacy'] }),
  { tier: 'teacher', modules: ['privacy'] },
  { id: 'a', now },
)

test('a device from before there were own packs opens with everything in it', async () => {
  const before = new Dexie(name)
  before.version(1).stores({ assessments: 'id, startedAt', settings: 'key', rounds: 'round', participations: 'id', plans: 'id' })
  const rows = {
    rounds: { round: 'r' },
    participations: { id: 'p' },
    plans: { id: 'own', goals: [] },
    settings: { key: 'language', value: 'nn' },
  }
  await before.table('assessments').add(began)
  for (const [table, row] of Object.entries(rows)) await before.table(table).add(row)
  before.close()

  expect(await currentAssessment(database)).toEqual(began)
  for (const [table, row] of Object.entries(rows)) expect(await database.table(table).toArray()).toEqual([row])
  expect(await ownPacksIn(database).count()).toBe(0)
  const pack = await keptPack()
  await packsIn(database).save(pack)
  expect(await ownPacksIn(database).toArray()).toEqual([pack])
})

test('the packs that a version names are there together, or not at all', async () => {
  const [core, ai] = [await keptPack(), await keptPack('ai', 'fjordvik-ki')]
  const version = versionNaming(
    '2026.1',
    [core, ai].map(({ sha256, document }) => ({ id: document.pack.id, sha256 })),
  )
  await packsIn(database).save(core)
  expect(await packsFor(database, version)).toBeUndefined()
  await packsIn(database).save(ai)
  expect(await packsFor(database, version)).toEqual([core, ai])
  expect(await packsFor(database, '2026.1')).toEqual([])
  expect(instrumentFor({ sector: 'barnehage', modules: ['privacy', 'ai'] }, [core, ai])).toMatchObject({
    version,
    parts: [...core.document.pack.parts, { dimension: 'privacy' }, ...ai.document.pack.parts],
  })
})

test('what was answered with a pack that is gone is asked for again', async () => {
  const pack = await keptPack()
  await database.assessments.add({ ...began, instrumentVersion: versionNaming('2026.1', [{ id: 'fjordvik-sett', sha256: pack.sha256 }]) })
  expect(await packsIn(database).missing()).toEqual({ ok: true, value: [pack.sha256] })
  await packsIn(database).save(pack)
  expect(await packsIn(database).missing()).toEqual({ ok: true, value: [] })
})

test('erasing everything takes the packs along', async () => {
  await packsIn(database).save(await keptPack())
  expect(await eraseEverything(database)).toEqual(ok('nothing-left'))
  expect(await ownPacksIn(database).count()).toBe(0)
})

test('an assessment that is under way stays with its questions, and gives way to others only when the person says so', async () => {
  const pack = await keptPack()
  const answered = { ...began, answers: { 'barnehage.1.creating': { answer: { kind: 'step', step: 2 }, version: 1 } } } as const
  await database.assessments.add(answered)
  const start = { tier: 'teacher', modules: ['privacy'], id: 'b', now } as const
  const shipped = instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
  const own = instrumentFor({ sector: 'barnehage', modules: ['privacy'] }, [pack])
  expect(await startOrResume(database, { ...start, instrument: shipped })).toEqual({ ok: true, value: answered })
  expect(await startOrResume(database, { ...start, instrument: own })).toEqual({
    ok: false,
    error: { kind: 'other-under-way', assessment: answered },
  })
  const replaced = await startOrResume(database, { ...start, instrument: own, replace: true })
  expect(replaced).toMatchObject({ ok: true, value: { id: 'b', instrumentVersion: own.version } })
})
