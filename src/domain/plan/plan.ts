import type { Dimension } from '../instrument/instrument.ts'

export const goalStatuses = ['going-on', 'done', 'dropped'] as const
export type GoalStatus = (typeof goalStatuses)[number]

/** What the person writes: an if–then plan and the day to look back, as YYYY-MM-DD. */
export type GoalWords = {
  readonly dimension?: Dimension
  readonly when: string
  readonly then: string
  readonly together?: string
  readonly lookBackOn: string
}

export type Goal = GoalWords & {
  readonly id: string
  readonly status: GoalStatus
  readonly createdAt: string
  /** The later assessment whose plan it was carried into. */
  readonly carriedTo?: string
}

/** One person's goals, oldest first. They never leave the device. */
export type PersonalPlan = { readonly id: string; readonly goals: readonly Goal[] }

export function goalsInHand(plan: PersonalPlan): readonly Goal[] {
  return plan.goals.filter(({ status }) => status === 'going-on')
}
