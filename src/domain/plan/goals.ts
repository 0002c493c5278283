import { type Result, fail, ok } from '../result.ts'
import { type Goal, type GoalStatus, type GoalWords, type PersonalPlan, goalsInHand } from './plan.ts'

export { type Goal, type GoalStatus, type GoalWords, type PersonalPlan, goalStatuses, goalsInHand } from './plan.ts'

export type GoalRefusal =
  | { readonly kind: 'three-goals-already' }
  | { readonly kind: 'unknown-goal'; readonly id: string }
  | { readonly kind: 'words-missing'; readonly field: 'when' | 'then' | 'lookBackOn' }

/** More than three at once are seldom carried out. Goals that are done or dropped leave room for new ones. */
export const mostGoals = 3

export function hasRoom(plan: PersonalPlan): boolean {
  return goalsInHand(plan).length < mostGoals
}

function checkedWords(words: GoalWords): Result<GoalWords, GoalRefusal> {
  const { dimension, lookBackOn } = words
  const [when, then, together] = [words.when.trim(), words.then.trim(), words.together?.trim() ?? '']
  if (when === '') return fail({ kind: 'words-missing', field: 'when' })
  if (then === '') return fail({ kind: 'words-missing', field: 'then' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(lookBackOn)) return fail({ kind: 'words-missing', field: 'lookBackOn' })
  return ok({ when, then, lookBackOn, ...(dimension && { dimension }), ...(together !== '' && { together }) })
}

export function addGoal(plan: PersonalPlan, words: GoalWords, at: { id: string; now: string }): Result<PersonalPlan, GoalRefusal> {
  if (!hasRoom(plan)) return fail({ kind: 'three-goals-already' })
  const checked = checkedWords(words)
  if (!checked.ok) return checked
  const goal: Goal = { ...checked.value, id: at.id, status: 'going-on', createdAt: at.now }
  return ok({ ...plan, goals: [...plan.goals, goal] })
}

function replaceGoal(plan: PersonalPlan, id: string, change: (goal: Goal) => Goal): Result<PersonalPlan, GoalRefusal> {
  if (!plan.goals.some((goal) => goal.id === id)) return fail({ kind: 'unknown-goal', id })
  return ok({ ...plan, goals: plan.goals.map((goal) => (goal.id === id ? change(goal) : goal)) })
}

export function editGoal(plan: PersonalPlan, id: string, words: GoalWords): Result<PersonalPlan, GoalRefusal> {
  const checked = checkedWords(words)
  if (!checked.ok) return checked
  return replaceGoal(plan, id, ({ dimension: _d, when: _w, then: _t, together: _s, ...kept }) => ({ ...kept, ...checked.value }))
}

/** Taking up a goal again needs room, just like a new one. */
export function markGoal(plan: PersonalPlan, id: string, status: GoalStatus): Result<PersonalPlan, GoalRefusal> {
  const already = plan.goals.find((goal) => goal.id === id)?.status === 'going-on'
  if (status === 'going-on' && !already && !hasRoom(plan)) return fail({ kind: 'three-goals-already' })
  return replaceGoal(plan, id, (goal) => ({ ...goal, status }))
}

export function removeGoal(plan: PersonalPlan, id: string): Result<PersonalPlan, GoalRefusal> {
  if (!plan.goals.some((goal) => goal.id === id)) return fail({ kind: 'unknown-goal', id })
  return ok({ ...plan, goals: plan.goals.filter((goal) => goal.id !== id) })
}

/** Undoes a removal: the goal comes back to its place in time. With three others in hand it comes back as dropped. */
export function restoreGoal(plan: PersonalPlan, goal: Goal): PersonalPlan {
  if (plan.goals.some(({ id }) => id === goal.id)) return plan
  const kept: Goal = goal.status === 'going-on' && !hasRoom(plan) ? { ...goal, status: 'dropped' } : goal
  return { ...plan, goals: [...plan.goals, kept].toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : Number(a.createdAt > b.createdAt))) }
}
