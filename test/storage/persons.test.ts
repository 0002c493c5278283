import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { PeilDatabase } from '../../src/storage/database.ts'
import { shareEmptied } from '../../src/storage/sharing.ts'
import { addPerson, changePin, listPersons, removePerson, removePin, unlock } from '../../src/storage/persons.ts'
import { newSecret, sealOf } from '../../src/storage/seal.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'
import { changePlan, loadPlan } from '../../src/storage/plans.ts'
import { currentAssessment, finishedAssessments, listAssessments } from '../../src/storage/assessments.ts'
import { rawDump } from '../support/raw-dump.ts'
import { must } from '../support/must.ts'
import { ok } from '../../src/domain/result.ts'

const now = '2026-11-22T09:00:00.000Z'
const later = (seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString()
const marker = 'Spør Mats om fotoregelen'

async function tablet(): Promise<PeilDatabase> {
  const database = new PeilDatabase(randomUUID())
  await database.open()
  return database
}

const goal = (then: string) => ({ id: 'g', when: 'i morgen', then, lookBackOn: '2027-01-01', status: 'going-on', createdAt: now }) as const

async function writePlan(database: PeilDatabase, then: string): Promise<void> {
  must(await changePlan(database, (plan) => ok({ ...plan, goals: [goal(then)] })))
}

const assessmentOf = (id: string, startedAt: string, finishedAt?: string) => ({
  ...{ id, sector: 'barnehage', tier: 'practice', instrumentVersion: '1', modules: [], startedAt, changedAt: startedAt },
  ...{ predictions: {}, answers: {}, confidence: {}, vignettes: {}, notes: { x: marker } },
  ...(finishedAt && { finishedAt }),
})

test('what a person writes can be read by nobody without the PIN, and by the person again', async () => {
  const plain = await tablet()
  const seal = must(await addPerson(plain, { id: 'a1', nickname: 'Kari', picture: 'sun', pin: '402917', takesOver: false }))
  const mine = new PeilDatabase(plain.name, sealedBy(seal))
  await writePlan(mine, marker)
  await mine.assessments.put(assessmentOf('assessment-one', '2026-01-01T10:00:00.000Z') as never)
  const dump = await rawDump(plain.name)
  expect(dump).toContain('Kari')
  for (const hidden of [marker, 'assessment-one', '2026-01-01', 'barnehage', '402917']) expect(dump).not.toContain(hidden)
  mine.close()
  const again = new PeilDatabase(plain.name, sealedBy(must(await unlock(plain, 'a1', '402917', now))))
  expect(must(await loadPlan(again)).goals[0]?.then).toBe(marker)
  expect((await listAssessments(again)).map(({ id }) => id)).toEqual(['assessment-one'])
  expect(await listAssessments(plain)).toEqual([])
})

test('a sealed database answers like an open one', async () => {
  const plain = await tablet()
  const seal = must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  const mine = new PeilDatabase(plain.name, sealedBy(seal))
  const rows = [
    assessmentOf('new', '2026-03-01T10:00:00.000Z'),
    assessmentOf('old', '2024-03-01T10:00:00.000Z', '2024-03-01T11:00:00.000Z'),
    assessmentOf('middle', '2025-03-01T10:00:00.000Z', '2025-03-01T11:00:00.000Z'),
  ]
  for (const database of [mine, await tablet()]) {
    await database.assessments.bulkAdd(rows as never)
    expect((await listAssessments(database)).map(({ id }) => id)).toEqual(['new', 'middle', 'old'])
    expect((await currentAssessment(database))?.id).toBe('new')
    expect((await finishedAssessments(database, 1)).map(({ id }) => id)).toEqual(['middle'])
    await expect(database.assessments.add(rows[0] as never)).rejects.toThrow(Dexie.ConstraintError)
    expect(await database.assessments.count()).toBe(3)
    await database.assessments.delete('old')
    expect(await database.assessments.get('old')).toBeUndefined()
    expect(await database.assessments.bulkGet(['old', 'new'])).toMatchObject([undefined, { id: 'new' }])
    await database.assessments.clear()
    expect(await database.assessments.toArray()).toEqual([])
  }
})

test('what lay open becomes the first person’s, and lies open again without the PIN', async () => {
  const plain = await tablet()
  await writePlan(plain, marker)
  await plain.assessments.add(assessmentOf('assessment-one', now) as never)
  must(await addPerson(plain, { id: 'me', pin: '402917', takesOver: true }))
  expect(await rawDump(plain.name)).not.toContain(marker)
  expect(await removePin(plain, 'me', '111111', now)).toMatchObject({ error: { kind: 'wrong' } })
  must(await removePin(plain, 'me', '402917', now))
  expect(must(await loadPlan(plain)).goals[0]?.then).toBe(marker)
  expect((await listAssessments(plain)).map(({ id }) => id)).toEqual(['assessment-one'])
  expect(await listPersons(plain)).toEqual([])
  expect(await plain.table('sealed').count()).toBe(0)
})

test('of two tabs that take over what lies open at the same moment one gets it, and the other is told', async () => {
  const plain = await tablet()
  const other = new PeilDatabase(plain.name)
  await writePlan(plain, marker)
  const both = await Promise.all([
    addPerson(plain, { id: 'one', pin: '402917', takesOver: true }),
    addPerson(other, { id: 'two', pin: '550183', takesOver: true }),
  ])
  expect(both.filter(({ ok: isFirst }) => isFirst)).toHaveLength(1)
  expect(both.find(({ ok: isFirst }) => !isFirst)).toEqual({ ok: false, error: { kind: 'guarded' } })
  const [person, ...more] = await listPersons(plain)
  expect(more).toEqual([])
  const seal = must(await unlock(plain, person?.id ?? '', person?.id === 'one' ? '402917' : '550183', now))
  expect(must(await loadPlan(new PeilDatabase(plain.name, sealedBy(seal)))).goals[0]?.then).toBe(marker)
})

test('a device that was shared meanwhile has no room for a place without a nickname, and one with a PIN is not shared over its head', async () => {
  const shared = await tablet()
  must(await shareEmptied(shared))
  expect(await addPerson(shared, { id: 'me', pin: '402917', takesOver: true })).toEqual({ ok: false, error: { kind: 'guarded' } })
  expect(await listPersons(shared)).toEqual([])
  const own = await tablet()
  must(await addPerson(own, { id: 'me', pin: '402917', takesOver: true }))
  expect(await shareEmptied(own)).toEqual({ ok: false, error: { kind: 'guarded' } })
  expect(await own.settings.get('device')).toBeUndefined()
})

/** Many years of assessments, and what happens while they are sealed. */
async function sealMany(onRow: (row: number) => void): Promise<{ plain: PeilDatabase; added: Awaited<ReturnType<typeof addPerson>> }> {
  const plain = await tablet()
  await writePlan(plain, marker)
  await plain.assessments.bulkAdd(Array.from({ length: 100 }, (_, at) => assessmentOf(`a${at}`, now)) as never)
  let row = 0
  plain.table('sealed').hook('creating', () => {
    onRow((row += 1))
  })
  return { plain, added: await addPerson(plain, { id: 'me', pin: '402917', takesOver: true }) }
}

test('whoever leaves in the middle of setting a PIN loses nothing: everything lies as it did', async () => {
  const { plain, added } = await sealMany((row) => {
    if (row === 60) throw new DOMException('the page is gone', 'AbortError')
  })
  expect(added).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
  expect(await listAssessments(plain)).toHaveLength(100)
  expect(must(await loadPlan(plain)).goals[0]?.then).toBe(marker)
  expect(await listPersons(plain)).toEqual([])
  expect(await plain.table('sealed').count()).toBe(0)
})

test('while many rows are sealed the page has its turns in between', async () => {
  let turns = 0
  const ticking = setInterval(() => (turns += 1), 0)
  const seen: number[] = []
  const { added } = await sealMany(() => seen.push(turns))
  clearInterval(ticking)
  must(added)
  expect(new Set(seen).size).toBeGreaterThan(2)
})

test('wrong PINs cost more and more time, also for whoever starts Peil anew, and the right one forgives them', async () => {
  const plain = await tablet()
  must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  expect(await unlock(plain, 'a1', '000001', now)).toMatchObject({ error: { kind: 'wrong', milliseconds: 0 } })
  expect(await unlock(plain, 'a1', '000002', now)).toMatchObject({ error: { kind: 'wrong', milliseconds: 0 } })
  expect(await unlock(plain, 'a1', '000003', now)).toMatchObject({ error: { kind: 'wrong', milliseconds: 30_000 } })
  plain.close()
  const reopened = new PeilDatabase(plain.name)
  expect(await unlock(reopened, 'a1', '402917', later(29))).toMatchObject({ error: { kind: 'too-soon', milliseconds: 1000 } })
  expect(await unlock(reopened, 'a1', '402917', later(-3600))).toMatchObject({ error: { kind: 'too-soon', milliseconds: 30_000 } })
  must(await unlock(reopened, 'a1', '402917', later(30)))
  expect(await unlock(reopened, 'a1', '000004', later(31))).toMatchObject({ error: { kind: 'wrong', milliseconds: 0 } })
})

test('a new PIN opens the same rows, and the old one no longer does', async () => {
  const plain = await tablet()
  const seal = must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  await writePlan(new PeilDatabase(plain.name, sealedBy(seal)), marker)
  must(await changePin(plain, 'a1', { pin: '402917', next: '71829304', now }))
  expect(await unlock(plain, 'a1', '402917', now)).toMatchObject({ error: { kind: 'wrong' } })
  const mine = new PeilDatabase(plain.name, sealedBy(must(await unlock(plain, 'a1', '71829304', now))))
  expect(must(await loadPlan(mine)).goals[0]?.then).toBe(marker)
})

/** Does something in another tab as soon as a PIN counts as tried, and before it is known whether it is the right one. */
async function meanwhile(plain: PeilDatabase, work: () => Promise<unknown>): Promise<void> {
  await vi.waitUntil(async () => (await listPersons(plain))[0]?.tries !== undefined, { interval: 1 })
  await work()
}

test('a place that is taken off while somebody opens it does not come back', async () => {
  const plain = await tablet()
  must(await addPerson(plain, { id: 'a1', nickname: 'Kari', pin: '402917', takesOver: false }))
  const removed = meanwhile(plain, () => removePerson(plain, 'a1'))
  expect(await unlock(plain, 'a1', '402917', now)).toMatchObject({ error: { kind: 'gone' } })
  await removed
  expect(await rawDump(plain.name)).not.toContain('Kari')
})

test('a PIN that is changed while the old one is tried stays changed', async () => {
  const plain = await tablet()
  must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  const { lockSecret } = await import('../../src/storage/pin-lock.ts')
  const [person] = await listPersons(plain)
  const other = await lockSecret(new Uint8Array(64), '71829304')
  const changed = meanwhile(plain, () => plain.table('persons').put({ ...person, lock: other }))
  expect(await unlock(plain, 'a1', '402917', now)).toMatchObject({ error: { kind: 'wrong' } })
  await changed
  expect((await listPersons(plain))[0]?.lock.salt).toEqual(other.salt)
  const shown = meanwhile(plain, () => plain.table('persons').update('a1', { nickname: 'Kari' }))
  must(await unlock(plain, 'a1', '71829304', later(60)))
  await shown
  expect((await listPersons(plain))[0]?.nickname, 'nor does what else is said of the place meanwhile get lost').toBe('Kari')
})

test('a lock from an older Peil is made as slow as today’s when it is opened', async () => {
  const plain = await tablet()
  must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  const { lockSecret, openLock, pinRounds } = await import('../../src/storage/pin-lock.ts')
  const [person] = await listPersons(plain)
  if (person === undefined) throw new Error('nobody')
  const secret = await openLock(person.lock, '402917')
  await plain.table('persons').put({ ...person, lock: await lockSecret(secret ?? new Uint8Array(), '402917', 100_000) })
  must(await unlock(plain, 'a1', '402917', now))
  expect((await listPersons(plain))[0]?.lock.rounds).toBe(pinRounds)
  must(await unlock(plain, 'a1', '402917', now))
})

test('a row that was altered, or moved to another place, is not taken for one of the person’s', async () => {
  const plain = await tablet()
  const seal = must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  const mine = new PeilDatabase(plain.name, sealedBy(seal))
  await mine.assessments.bulkAdd([assessmentOf('assessment-one', now), assessmentOf('assessment-two', now)] as never)
  const [one, two] = (await plain.table('sealed').toArray()) as { name: string; box: Uint8Array }[]
  if (one === undefined || two === undefined) throw new Error('two rows were written')
  await plain.table('sealed').put({ ...one, box: two.box })
  expect(await mine.assessments.toArray()).toHaveLength(1)
  expect((await mine.assessments.bulkGet(['assessment-one', 'assessment-two'])).filter((row) => row !== undefined)).toHaveLength(1)
})

test('finding the last of many opens that one only, and sees what another tab has changed', async () => {
  const plain = await tablet()
  const seal = sealOf('a1', newSecret())
  const opened = vi.fn(seal.open)
  const mine = new PeilDatabase(plain.name, sealedBy({ ...seal, open: opened }))
  const days = Array.from({ length: 20 }, (_, at) => `2026-01-${at + 10}T10:00:00.000Z`)
  await mine.assessments.bulkAdd(days.map((day, at) => assessmentOf(`a${at}`, day, day)) as never)
  expect((await currentAssessment(mine))?.id).toBe('a19')
  opened.mockClear()
  expect((await currentAssessment(mine))?.id).toBe('a19')
  expect((await finishedAssessments(mine, 2)).map(({ id }) => id)).toEqual(['a19', 'a18'])
  expect(opened).toHaveBeenCalledTimes(3)

  const other = new PeilDatabase(plain.name, sealedBy(seal))
  await other.assessments.put(assessmentOf('new', '2027-01-01T10:00:00.000Z') as never)
  await other.assessments.delete('a18')
  expect((await currentAssessment(mine))?.id).toBe('new')
  expect((await finishedAssessments(mine, 2)).map(({ id }) => id)).toEqual(['a19', 'a17'])
  expect(await listAssessments(mine)).toHaveLength(20)
})

test('where many rows stand is kept for the next time, sealed like them, and goes with them', async () => {
  const plain = await tablet()
  const seal = must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  const opened = vi.fn(seal.open)
  /** What somebody meets who has just unlocked. */
  const unlocked = (): PeilDatabase => {
    opened.mockClear()
    return new PeilDatabase(plain.name, sealedBy({ ...seal, open: opened }))
  }
  const days = Array.from({ length: 40 }, (_, at) => `2026-01-01T10:00:${at + 10}.000Z`)
  const first = unlocked()
  await first.assessments.bulkAdd(days.map((day, at) => assessmentOf(`a${at}`, day, day)) as never)
  expect((await currentAssessment(first))?.id).toBe('a39')
  await vi.waitFor(async () => {
    expect(await plain.table('sealed').count()).toBe(41)
  })

  const second = unlocked()
  expect((await currentAssessment(second))?.id).toBe('a39')
  expect(opened, 'where they stand, and the last one').toHaveBeenCalledTimes(2)
  await second.assessments.add(assessmentOf('a40', '2026-01-02T10:00:00.000Z') as never)
  await second.assessments.delete('a39')
  const third = unlocked()
  expect((await currentAssessment(third))?.id).toBe('a40')
  expect((await listAssessments(third)).map(({ id }) => id).slice(0, 2)).toEqual(['a40', 'a38'])

  must(await removePin(plain, 'a1', '402917', now))
  expect(await plain.table('sealed').count()).toBe(0)
  expect(await listAssessments(plain)).toHaveLength(40)
})

test('a row that was altered does not hold back the others when the PIN is taken off', async () => {
  const plain = await tablet()
  const seal = must(await addPerson(plain, { id: 'a1', pin: '402917', takesOver: false }))
  const mine = new PeilDatabase(plain.name, sealedBy(seal))
  await writePlan(mine, marker)
  await mine.assessments.add(assessmentOf('assessment-one', now) as never)
  const rows = (await plain.table('sealed').toArray()) as { name: string; box: Uint8Array }[]
  const altered = rows.find(({ name }) => name.startsWith(seal.namesOf('assessments')))
  if (altered === undefined) throw new Error('no assessment was written')
  await plain.table('sealed').put({ ...altered, box: altered.box.map((byte) => byte ^ 1) })
  must(await removePin(plain, 'a1', '402917', now))
  expect(must(await loadPlan(plain)).goals[0]?.then).toBe(marker)
  expect(await listAssessments(plain)).toEqual([])
})

test('two people keep apart, and one can be taken off without the other', async () => {
  const plain = await tablet()
  const open = async (id: string, pin: string): Promise<PeilDatabase> =>
    new PeilDatabase(plain.name, sealedBy(must(await addPerson(plain, { id, pin, takesOver: false }))))
  const [a, b] = [await open('a1', '402917'), await open('b2', '550183')]
  await writePlan(a, 'A')
  await writePlan(b, 'B')
  expect(must(await loadPlan(a)).goals[0]?.then).toBe('A')
  must(await removePerson(plain, 'a1'))
  expect((await listPersons(plain)).map(({ id }) => id)).toEqual(['b2'])
  expect(must(await loadPlan(b)).goals[0]?.then).toBe('B')
  expect(await plain.table('sealed').count()).toBe(1)
})
