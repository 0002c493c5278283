// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Assessment } from '../../src/domain/assessment/assessment.ts'
import { noteItem } from '../../src/domain/assessment/assessment.ts'
import { placeThen } from '../../src/domain/assessment/look-back.ts'
import { ok } from '../../src/domain/result.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'
import { changeAssessment, findAssessment } from '../../src/storage/assessments.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { recentHistory, wholeHistory } from '../../src/storage/history.ts'
import { changeLookBack, lookBackIn } from '../../src/storage/look-backs.ts'
import { changePlan, loadPlan } from '../../src/storage/plans.ts'
import { newSecret, sealOf } from '../../src/storage/seal.ts'
import { sealedBy } from '../../src/storage/sealed-tables.ts'
import { addGoal } from '../../src/domain/plan/goals.ts'
import { finished } from '../features/result/given.ts'

const now = '2026-11-21T09:00:00.000Z'
let database: PeilDatabase

beforeEach(() => {
  database = new PeilDatabase(`test-${Math.random()}`)
})

afterEach(() => database.delete())

const year = (at: number): Assessment => finished(`a${String(at)}`, `20${String(10 + at)}-11-20`, { '1': [2, 2, 2] })
const ids = (assessments: readonly Assessment[]): readonly string[] => assessments.map(({ id }) => id)

describe('the last times', () => {
  it('come oldest first, without the one that is under way', async () => {
    const { finishedAt: _finished, ...open } = year(9)
    await database.assessments.bulkAdd([open, year(3), year(1), year(2)])
    expect(ids((await recentHistory(database, 2)).assessments)).toEqual(['a2', 'a3'])
    expect((await recentHistory(database, 2)).hasMore).toBe(true)
    expect(await recentHistory(database, 9)).toMatchObject({ hasMore: false })
    expect(ids(await wholeHistory(database))).toEqual(['a1', 'a2', 'a3'])
  })

  it('of one day keep a fixed order', async () => {
    const twins = ['b', 'a'].map((id) => ({ ...year(1), id }))
    await database.assessments.bulkAdd(twins)
    expect(ids(await wholeHistory(database))).toEqual(['a', 'b'])
  })

  it('are read without the years before them', async () => {
    await database.assessments.bulkAdd(Array.from({ length: 40 }, (_, at) => year(at)))
    const read = vi.spyOn(database.assessments, 'bulkGet')
    await recentHistory(database, 7)
    expect(read.mock.calls.flatMap(([keys]) => keys)).toHaveLength(7)
  })

  it('leave alone what no Peil could have written', async () => {
    await database.table('assessments').put({ id: 'odd', startedAt: '2026-11-20T09:00:00.000Z' })
    await database.assessments.add(year(1))
    expect(ids((await recentHistory(database, 1)).assessments)).toEqual(['a1'])
  })
})

it('the history of a person behind a PIN is read like any other', async () => {
  const mine = new PeilDatabase(database.name, sealedBy(sealOf('p', newSecret())))
  await mine.assessments.bulkPut([year(2), year(1), year(3)])
  await changeLookBack(mine, 'a3', now, (before) => placeThen(before, 'a2', { dimension: '1', step: 0 }, now))
  const { assessments, hasMore } = await recentHistory(mine, 2)
  expect([ids(assessments), hasMore]).toEqual([['a2', 'a3'], true])
  expect(assessments.map(lookBackIn)).toEqual([undefined, { on: 'a2', at: now, steps: { '1': 0 } }])
  expect(await wholeHistory(database), 'without the key there is nothing').toEqual([])
  mine.close()
})

describe('what was said looking back', () => {
  beforeEach(async () => {
    await database.assessments.bulkAdd([year(1), year(2)])
    await changeLookBack(database, 'a2', now, (before) => placeThen(before, 'a1', { dimension: '1', step: 0 }, now))
  })

  const said = async () => {
    const stored = await findAssessment(database, 'a2')
    return stored && lookBackIn(stored)
  }

  it('lies with the assessment, and nothing else of it is changed', async () => {
    expect(await said()).toEqual({ on: 'a1', at: now, steps: { '1': 0 } })
    expect(await findAssessment(database, 'a2')).toMatchObject({ ...year(2), changedAt: now })
  })

  it('outlives a change by a Peil that does not know it', async () => {
    const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
    await changeAssessment(database, 'a2', (before) => noteItem(before, instrument, 'barnehage.1.creating', 'mine', now))
    expect(await said()).toMatchObject({ steps: { '1': 0 } })
  })

  it('is gone without a trace when it is taken away', async () => {
    await changeLookBack(database, 'a2', now, () => ok(undefined))
    expect(await database.assessments.get('a2')).not.toHaveProperty('lookedBack')
  })

  it('hides no assessment when a later Peil has said it otherwise', async () => {
    await database.table('assessments').update('a2', { lookedBack: 'from the future' })
    expect(ids(await wholeHistory(database))).toEqual(['a1', 'a2'])
    expect(await said()).toBeUndefined()
  })
})

it('a goal keeps what a later Peil has added to it', async () => {
  const goal = { id: 'g', when: 'a', then: 'b', lookBackOn: '2026-12-01', status: 'going-on', createdAt: now, colour: 'blue' }
  await database.table('plans').put({ id: 'own', goals: [goal], shared: 'no' })
  await changePlan(database, (plan) => addGoal(plan, { when: 'c', then: 'd', lookBackOn: '2026-12-01' }, { id: 'h', now }))
  expect(await loadPlan(database)).toMatchObject({ value: { shared: 'no', goals: [{ colour: 'blue' }, { id: 'h' }] } })
})
