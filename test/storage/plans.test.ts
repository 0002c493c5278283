// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type GoalWords, addGoal } from '../../src/domain/plan/goals.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import { changePlan, loadPlan } from '../../src/storage/plans.ts'

const words: GoalWords = { dimension: '3', when: 'we plan a trip', then: 'I leave the tablet', lookBackOn: '2026-12-11' }
const adding = (id: string) => (plan: Parameters<typeof addGoal>[0]) => addGoal(plan, words, { id, now: '2026-11-21T08:00:00.000Z' })

let database: PeilDatabase

beforeEach(() => {
  database = new PeilDatabase(`test-${Math.random()}`)
})

afterEach(() => database.delete())

describe('the plan on the device', () => {
  it('is empty where nothing is stored', async () => {
    expect(await loadPlan(database)).toMatchObject({ ok: true, value: { goals: [] } })
  })

  it('keeps both of two goals added at the same moment', async () => {
    await Promise.all([changePlan(database, adding('g1')), changePlan(database, adding('g2'))])
    expect(await loadPlan(database)).toMatchObject({ ok: true, value: { goals: [{ id: 'g1' }, { id: 'g2' }] } })
  })

  it('passes a refusal on and stays as it was', async () => {
    for (const id of ['g1', 'g2', 'g3']) await changePlan(database, adding(id))
    expect(await changePlan(database, adding('g4'))).toEqual({ ok: false, error: { kind: 'three-goals-already' } })
    expect(await loadPlan(database)).toMatchObject({ value: { goals: [{ id: 'g1' }, { id: 'g2' }, { id: 'g3' }] } })
  })

  it('never overwrites a plan it cannot read', async () => {
    const newer = { id: 'own', goals: [{ id: 'g1', status: 'dreaming' }] }
    await database.table('plans').put(newer)
    expect(await changePlan(database, adding('g2'))).toEqual({ ok: false, error: { kind: 'unreadable' } })
    expect(await database.table('plans').get('own')).toEqual(newer)
  })

  it('says that nothing can be stored when the database is closed', async () => {
    database.close({ disableAutoOpen: true })
    expect(await changePlan(database, adding('g1'))).toEqual({ ok: false, error: { kind: 'storage-unavailable' } })
  })
})
