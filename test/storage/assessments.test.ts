// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Assessment, answerItem, finishAssessment } from '../../src/domain/assessment/assessment.ts'
import type { Instrument } from '../../src/domain/instrument/instrument.ts'
import { fail, ok } from '../../src/domain/result.ts'
import {
  changeAssessment,
  currentAssessment,
  findAssessment,
  finishedAssessments,
  listAssessments,
  startOrResume,
} from '../../src/storage/assessments.ts'
import { PeilDatabase } from '../../src/storage/database.ts'

const instrument: Instrument = {
  sector: 'barnehage',
  version: 'case',
  parts: [{ dimension: '1', items: ['1.a', '1.b'].map((id) => ({ id, version: 1 })) }],
}
const now = (day: number) => `2026-11-0${day}T08:00:00.000Z`
const start = (day: number) => ({ instrument, tier: 'practice' as const, modules: ['privacy'] as const, id: `a${day}`, now: now(day) })
const answering = (itemId: string) => (assessment: Assessment) =>
  answerItem(assessment, instrument, itemId, { kind: 'step', step: 2 }, now(9))

let database: PeilDatabase

beforeEach(() => {
  database = new PeilDatabase(`test-${Math.random()}`)
})

afterEach(() => database.delete())

describe('changing an assessment', () => {
  it('keeps both of two answers given at the same moment', async () => {
    await startOrResume(database, start(1))
    await Promise.all([changeAssessment(database, 'a1', answering('1.a')), changeAssessment(database, 'a1', answering('1.b'))])
    expect(Object.keys((await findAssessment(database, 'a1'))?.answers ?? {})).toEqual(['1.a', '1.b'])
  })

  it('writes nothing when the change is refused', async () => {
    await startOrResume(database, start(1))
    const refused = await changeAssessment(database, 'a1', () => fail({ kind: 'not-today' as const }))
    expect(refused).toEqual({ ok: false, error: { kind: 'not-today' } })
    expect((await findAssessment(database, 'a1'))?.answers).toEqual({})
  })

  it('says that it is missing when it was deleted meanwhile', async () => {
    expect(await changeAssessment(database, 'gone', answering('1.a'))).toEqual({ ok: false, error: { kind: 'missing' } })
  })

  it('says that the device is full, and keeps what was there', async () => {
    await startOrResume(database, start(1))
    database.assessments.hook('updating', () => {
      throw new DOMException('No room', 'QuotaExceededError')
    })
    expect(await changeAssessment(database, 'a1', answering('1.a'))).toEqual({ ok: false, error: { kind: 'storage-full' } })
    expect((await findAssessment(database, 'a1'))?.answers).toEqual({})
  })

  it('says that nothing can be stored when the database is closed', async () => {
    database.close({ disableAutoOpen: true })
    expect(await changeAssessment(database, 'a1', answering('1.a'))).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
  })
})

describe('starting', () => {
  it('goes on with what is under way', async () => {
    await startOrResume(database, start(1))
    await changeAssessment(database, 'a1', answering('1.a'))
    expect(await startOrResume(database, start(2))).toMatchObject({ ok: true, value: { id: 'a1' } })
  })

  it('makes one assessment of two starts at the same moment', async () => {
    await Promise.all([startOrResume(database, start(1)), startOrResume(database, start(2))])
    expect(await listAssessments(database)).toHaveLength(1)
  })

  it('begins a new one after a finished one, which stays', async () => {
    await startOrResume(database, start(1))
    await changeAssessment(database, 'a1', (assessment) => ok(finishAssessment(assessment, now(1))))
    await startOrResume(database, start(2))
    expect((await listAssessments(database)).map(({ id }) => id)).toEqual(['a2', 'a1'])
    expect((await currentAssessment(database))?.id).toBe('a2')
  })

  it('never deletes answers given for another role unless told to', async () => {
    await startOrResume(database, start(1))
    await changeAssessment(database, 'a1', answering('1.a'))
    const other = { ...start(2), tier: 'leader' as const }
    expect(await startOrResume(database, other)).toMatchObject({ ok: false, error: { kind: 'other-under-way', assessment: { id: 'a1' } } })
    expect(await startOrResume(database, { ...other, replace: true })).toMatchObject({ ok: true, value: { id: 'a2', tier: 'leader' } })
    expect(await listAssessments(database)).toHaveLength(1)
  })

  it('begins a new one also when the clock was a year ahead for the last, and the new one is the current one', async () => {
    await startOrResume(database, { ...start(1), now: '2027-11-05T08:00:00.000Z' })
    await changeAssessment(database, 'a1', (assessment) => ok(finishAssessment(assessment, '2027-11-05T09:00:00.000Z')))
    expect(await startOrResume(database, start(2))).toMatchObject({ ok: true, value: { id: 'a2', changedAt: now(2) } })
    expect((await currentAssessment(database))?.id).toBe('a2')
    expect(await startOrResume(database, start(3)), 'and is gone on with').toMatchObject({ ok: true, value: { id: 'a2' } })
    await changeAssessment(database, 'a2', (assessment) => ok(finishAssessment(assessment, now(3))))
    expect((await finishedAssessments(database, 2)).map(({ id }) => id)).toEqual(['a2', 'a1'])
  })

  it('lets an assessment without answers give way', async () => {
    await startOrResume(database, start(1))
    expect(await startOrResume(database, { ...start(2), tier: 'leader' })).toMatchObject({ ok: true, value: { id: 'a2' } })
    expect(await listAssessments(database)).toHaveLength(1)
  })
})

describe('reading', () => {
  /** What no Peil of today can have written. */
  const unreadable = { id: 'strange', startedAt: now(8), sector: 'a sector of next year', answers: { x: 'kept' } }

  it('passes over one that cannot be read, goes on with the one before, and leaves it as it is', async () => {
    await startOrResume(database, start(1))
    await changeAssessment(database, 'a1', answering('1.a'))
    await database.table('assessments').bulkAdd([unreadable, { ...unreadable, id: 'stranger', startedAt: now(9) }])
    expect((await currentAssessment(database))?.id).toBe('a1')
    expect(await startOrResume(database, start(9))).toMatchObject({ ok: true, value: { id: 'a1' } })
    expect(await database.assessments.count()).toBe(3)
    expect(await database.table('assessments').get('strange')).toEqual(unreadable)
  })

  it('finds the current one by looking at that one only', async () => {
    for (const day of [1, 2, 3]) {
      await startOrResume(database, start(day))
      if (day < 3) await changeAssessment(database, `a${day}`, (assessment) => ok(finishAssessment(assessment, now(day))))
    }
    const looked: string[] = []
    database.assessments.hook('reading', (row: Assessment) => {
      looked.push(row.id)
      return row
    })
    expect((await currentAssessment(database))?.id).toBe('a3')
    expect(looked).toEqual(['a3'])
  })

  it('finds the last finished ones, newest first', async () => {
    for (const day of [1, 2, 3, 4]) {
      await startOrResume(database, start(day))
      if (day < 4) await changeAssessment(database, `a${day}`, (assessment) => ok(finishAssessment(assessment, now(day))))
    }
    expect((await finishedAssessments(database, 2)).map(({ id }) => id)).toEqual(['a3', 'a2'])
  })

  it('leaves a record alone that it cannot read', async () => {
    await startOrResume(database, start(1))
    await database.table('assessments').put({ id: 'strange', startedAt: now(5), answers: 'none' })
    expect((await listAssessments(database)).map(({ id }) => id)).toEqual(['a1'])
    expect(await changeAssessment(database, 'strange', answering('1.a'))).toEqual({ ok: false, error: { kind: 'missing' } })
    expect(await database.table('assessments').count()).toBe(2)
  })
})
