import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Goal,
  type GoalWords,
  type PersonalPlan,
  addGoal,
  editGoal,
  goalStatuses,
  goalsInHand,
  markGoal,
  mostGoals,
  removeGoal,
  restoreGoal,
} from '../../../src/domain/plan/goals.ts'
import type { Result } from '../../../src/domain/result.ts'

const words: GoalWords = { dimension: '3', when: 'I want to take a photograph', then: 'I ask the child first', lookBackOn: '2026-12-11' }
const empty: PersonalPlan = { id: 'own', goals: [] }
const at = (number: number) => ({ id: `g${number}`, now: `2026-11-2${number}T08:00:00.000Z` })

function valueOf(result: Result<PersonalPlan, unknown>): PersonalPlan {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function planOf(...numbers: readonly number[]): PersonalPlan {
  return numbers.reduce((plan, number) => valueOf(addGoal(plan, words, at(number))), empty)
}

describe('a goal', () => {
  it('is kept as written, without the space around, and is going on', () => {
    const plan = valueOf(addGoal(empty, { ...words, when: '  I want to ', together: ' ' }, at(1)))
    expect(plan.goals).toEqual([{ ...words, when: 'I want to', id: 'g1', status: 'going-on', createdAt: at(1).now }])
  })

  it.each(['when', 'then', 'lookBackOn'] as const)('is refused without %s', (field) => {
    expect(addGoal(empty, { ...words, [field]: ' ' }, at(1))).toEqual({ ok: false, error: { kind: 'words-missing', field } })
  })

  it('is refused when three are going on, and welcome again when one of them is done', () => {
    const three = planOf(1, 2, 3)
    expect(addGoal(three, words, at(4))).toEqual({ ok: false, error: { kind: 'three-goals-already' } })
    expect(addGoal(valueOf(markGoal(three, 'g2', 'done')), words, at(4)).ok).toBe(true)
  })

  it('is taken up again only where there is room', () => {
    const full = valueOf(addGoal(valueOf(markGoal(planOf(1, 2, 3), 'g1', 'dropped')), words, at(4)))
    expect(markGoal(full, 'g1', 'going-on')).toEqual({ ok: false, error: { kind: 'three-goals-already' } })
    expect(markGoal(full, 'g2', 'going-on').ok).toBe(true)
  })

  it('keeps its day of birth and its state when its words change', () => {
    const done = valueOf(markGoal(planOf(1), 'g1', 'done'))
    const edited = valueOf(editGoal(done, 'g1', { when: 'A', then: 'B', lookBackOn: '2027-01-29' }))
    expect(edited.goals).toEqual([{ when: 'A', then: 'B', lookBackOn: '2027-01-29', id: 'g1', status: 'done', createdAt: at(1).now }])
  })

  it('that is not there is refused', () => {
    expect(removeGoal(empty, 'g1')).toEqual({ ok: false, error: { kind: 'unknown-goal', id: 'g1' } })
    expect(editGoal(empty, 'g1', words)).toMatchObject({ error: { kind: 'unknown-goal' } })
    expect(markGoal(empty, 'g1', 'done')).toMatchObject({ error: { kind: 'unknown-goal' } })
  })
})

describe('a deleted goal', () => {
  it('comes back to its place', () => {
    const plan = planOf(1, 2, 3)
    const [first] = plan.goals
    if (first === undefined) throw new Error('No goal')
    expect(restoreGoal(valueOf(removeGoal(plan, 'g1')), first)).toEqual(plan)
    expect(restoreGoal(plan, first)).toEqual(plan)
  })
})

describe('a plan', () => {
  it('never has more than three goals in hand, whatever is done to it', () => {
    const action = fc.record({ act: fc.constantFrom('add', 'remove', 'undo', ...goalStatuses), number: fc.nat(9) })
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let plan = empty
        let removed: Goal | undefined
        for (const [place, { act, number }] of actions.entries()) {
          const goal = plan.goals[number % Math.max(1, plan.goals.length)]
          if (act === 'undo') plan = removed ? restoreGoal(plan, removed) : plan
          else {
            const id = goal?.id ?? 'none'
            const changed =
              act === 'add'
                ? addGoal(plan, words, { id: `g${place}`, now: at(1).now })
                : act === 'remove'
                  ? removeGoal(plan, id)
                  : markGoal(plan, id, act)
            if (changed.ok && act === 'remove') removed = goal
            plan = changed.ok ? changed.value : plan
          }
          expect(goalsInHand(plan).length).toBeLessThanOrEqual(mostGoals)
        }
      }),
    )
  })
})
