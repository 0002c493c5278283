import { describe, expect, it } from 'vitest'
import { goalsBehind, goalsFromLastTime, settleGoal, unsettleGoal } from '../../../src/domain/plan/from-last-time.ts'
import { type Goal, type PersonalPlan, addGoal, editGoal } from '../../../src/domain/plan/goals.ts'

const since = { id: 'this-year', startedAt: '2026-11-20T08:00:00.000Z' }
const at = { since, newDay: '2026-12-19', now: '2026-11-21T08:00:00.000Z' }
const goal = (id: string, parts: Partial<Goal> = {}): Goal => ({
  id,
  when: 'we plan',
  then: 'we choose',
  lookBackOn: '2026-01-11',
  status: 'going-on',
  createdAt: '2025-12-01T08:00:00.000Z',
  ...parts,
})
const plan: PersonalPlan = {
  id: 'own',
  goals: [goal('a'), goal('b', { lookBackOn: '2026-12-24' }), goal('done', { status: 'done' }), goal('new', { createdAt: at.now })],
}
const ids = (goals: readonly Goal[]): readonly string[] => goals.map(({ id }) => id)

describe('goals from last time', () => {
  it('are those in hand from before the assessment', () => {
    expect(ids(goalsFromLastTime(plan, since))).toEqual(['a', 'b'])
    expect(ids(goalsBehind(plan, since))).toEqual(['done'])
  })

  it('are none before there is an assessment', () => {
    expect(goalsFromLastTime(plan, undefined)).toEqual([])
    expect(goalsBehind(plan, undefined)).toEqual([])
  })

  it.each(['done', 'dropped'] as const)('that are %s leave the plan of this time', (status) => {
    const settled = settleGoal(plan, 'a', status, at)
    expect(settled.ok && ids(goalsFromLastTime(settled.value, since))).toEqual(['b'])
    expect(settled.ok && ids(goalsBehind(settled.value, since))).toEqual(['a', 'done'])
  })

  it('that are going on are carried, with a new day where the old is over', () => {
    const carried = ['a', 'b'].reduce((before, id) => {
      const settled = settleGoal(before, id, 'going-on', at)
      return settled.ok ? settled.value : before
    }, plan)
    expect(goalsFromLastTime(carried, since)).toEqual([])
    expect(carried.goals.slice(0, 2).map(({ carriedTo, lookBackOn }) => [carriedTo, lookBackOn])).toEqual([
      ['this-year', '2026-12-19'],
      ['this-year', '2026-12-24'],
    ])
    expect(ids(goalsFromLastTime(carried, { id: 'next-year', startedAt: '2027-11-20T08:00:00.000Z' }))).toEqual(['a', 'b', 'new'])
  })

  it('are asked for once, even if the clock of the assessment is years ahead', () => {
    const ahead = { ...since, startedAt: '2099-01-01T08:00:00.000Z' }
    const settled = settleGoal(plan, 'new', 'going-on', { ...at, since: ahead })
    expect(settled.ok && ids(goalsFromLastTime(settled.value, ahead))).toEqual(['a', 'b'])
  })

  it.each(['done', 'going-on', 'dropped'] as const)('are as they were when «%s» is undone', (status) => {
    const settled = settleGoal(plan, 'a', status, at)
    expect(settled.ok && unsettleGoal(settled.value, goal('a'))).toEqual({ ok: true, value: plan })
  })

  it('cannot be taken up again where three others are in hand', () => {
    const settled = settleGoal(plan, 'a', 'done', at)
    const full = settled.ok && addGoal(settled.value, goal('x'), { id: 'x', now: at.now })
    expect(full && full.ok && unsettleGoal(full.value, goal('a'))).toEqual({ ok: false, error: { kind: 'three-goals-already' } })
  })

  it('stay carried when their words are changed', () => {
    const settled = settleGoal(plan, 'a', 'going-on', at)
    const edited = settled.ok && editGoal(settled.value, 'a', { when: 'x', then: 'y', lookBackOn: '2026-12-19' })
    expect(edited && edited.ok && edited.value.goals[0]).toMatchObject({ when: 'x', carriedTo: 'this-year' })
  })
})
