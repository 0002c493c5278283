import { type Goal, type GoalRefusal, type GoalStatus, type PersonalPlan, goalsInHand, markGoal } from './goals.ts'
import { type Result, ok } from '../result.ts'

/** The assessment a plan is read beside. */
export type Since = { readonly id: string; readonly startedAt: string }

function isOlder(goal: Goal, since: Since | undefined): boolean {
  return since !== undefined && Date.parse(goal.createdAt) < Date.parse(since.startedAt)
}

/** Goals in hand from before this assessment, which the person has not yet taken a stand on since. */
export function goalsFromLastTime(plan: PersonalPlan, since: Since | undefined): readonly Goal[] {
  return goalsInHand(plan).filter((goal) => isOlder(goal, since) && goal.carriedTo !== since?.id)
}

/** Goals from before this assessment that are done or dropped: no part of the plan from here on. */
export function goalsBehind(plan: PersonalPlan, since: Since | undefined): readonly Goal[] {
  return plan.goals.filter((goal) => goal.status !== 'going-on' && isOlder(goal, since))
}

/** A day that is over gives way to a new one. */
function carried(goal: Goal, to: Since, newDay: string, today: string): Goal {
  return { ...goal, carriedTo: to.id, lookBackOn: goal.lookBackOn < today ? newDay : goal.lookBackOn }
}

/** What became of a goal from last time. One that is still going on is carried into the plan of this time. */
export function settleGoal(
  plan: PersonalPlan,
  id: string,
  status: GoalStatus,
  at: { readonly since: Since; readonly newDay: string; readonly now: string },
): Result<PersonalPlan, GoalRefusal> {
  const marked = markGoal(plan, id, status)
  if (!marked.ok || status !== 'going-on') return marked
  const goals = marked.value.goals.map((goal) => (goal.id === id ? carried(goal, at.since, at.newDay, at.now.slice(0, 10)) : goal))
  return ok({ ...marked.value, goals })
}

/** Undoes what was said of a goal: it is again as it was. Taking it up again needs room, like any other. */
export function unsettleGoal(plan: PersonalPlan, before: Goal): Result<PersonalPlan, GoalRefusal> {
  const marked = markGoal(plan, before.id, before.status)
  return marked.ok ? ok({ ...marked.value, goals: marked.value.goals.map((goal) => (goal.id === before.id ? before : goal)) }) : marked
}
