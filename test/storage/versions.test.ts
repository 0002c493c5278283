import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listAssessments } from '../../src/storage/assessments.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { openDatabase } from '../../src/storage/opening.ts'
import { listParticipations } from '../../src/storage/participations.ts'
import { addPerson } from '../../src/storage/persons.ts'
import { loadPlan } from '../../src/storage/plans.ts'
import { profileForPerson } from '../../src/storage/profiles.ts'
import { listRounds } from '../../src/storage/rounds.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'
import { loadSettings } from '../../src/storage/settings.ts'
import { must } from '../support/must.ts'

/** A device as a published Peil left it, written by that Peil, with every kind of row it knew. */
type Stored = {
  readonly version: number
  readonly stores: Readonly<Record<string, { keyPath: string; indexes: readonly string[]; rows: readonly Record<string, unknown>[] }>>
}

const folder = 'test/fixtures/device'
const files = readdirSync(folder).toSorted()
const read = (file: string): Stored => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Stored

/** Lays it on a device with the browser's own means. */
async function lay({ version, stores }: Stored): Promise<string> {
  const name = randomUUID()
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open(name, version)
    opening.onupgradeneeded = () => {
      for (const [table, { keyPath, indexes, rows }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(table, { keyPath })
        for (const index of indexes) store.createIndex(index, index)
        for (const row of rows) store.add(row)
      }
    }
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
  return name
}

const byKey = (keyPath: string, rows: readonly Record<string, unknown>[]) =>
  rows.toSorted((a, b) => String(a[keyPath]).localeCompare(String(b[keyPath])))

test('every version of the database before this one has a device that was left by it', () => {
  const { verno } = new PeilDatabase(randomUUID())
  expect(files).toEqual(Array.from({ length: verno - 1 }, (_none, at) => `v${String(at + 1)}.json`))
})

test.each(files)('a device left by %s opens with every row as it was', async (file) => {
  const stored = read(file)
  const database = new PeilDatabase(await lay(stored))
  expect(await openDatabase(database)).toEqual({ kind: 'opened' })
  for (const [table, { keyPath, rows }] of Object.entries(stored.stores)) {
    expect(rows.length, table).toBeGreaterThan(0)
    const kept = (await database.table(table).toArray()) as Record<string, unknown>[]
    expect(byKey(keyPath, kept), table).toEqual(byKey(keyPath, rows))
  }
})

/** What a person would miss. */
async function shown(database: PeilDatabase) {
  const plan = must(await loadPlan(database))
  const assessments = await listAssessments(database)
  return {
    assessments: assessments.map(({ id, answers }) => `${id}: ${String(Object.keys(answers).length)}`),
    notes: assessments.flatMap(({ notes }) => Object.values(notes)),
    goals: plan.goals.map(({ id, status }) => `${id}: ${status}`),
    places: (await listParticipations(database)).map(({ stage }) => stage).toSorted(),
    rounds: (await listRounds(database)).length,
    profile: (await profileForPerson(database)) !== undefined,
  }
}

const whole = {
  assessments: ['under-way: 1', 'finished: 3', 'early: 0'],
  notes: ['Spør om fotoregelen'],
  goals: ['g1: done', 'g2: going-on'],
  places: ['joined', 'joining', 'sent', 'settled', 'waiting'],
  rounds: 1,
}

test.each(files)('on a device left by %s a person finds everything, also after taking a PIN', async (file) => {
  const stored = read(file)
  const database = new PeilDatabase(await lay(stored))
  const found = { ...whole, profile: 'profiles' in stored.stores }
  expect(await shown(database)).toEqual(found)
  expect(await loadSettings(database)).toEqual({ language: 'nn', colorScheme: 'dark', installHelp: 'put-away' })
  const seal = must(await addPerson(database, { id: 'a', pin: '402917', takesOver: true }))
  expect(await shown(new PeilDatabase(database.name, sealedBy(seal)))).toEqual(found)
})
