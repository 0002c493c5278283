import type { PersonalPlan } from '../../domain/plan/goals.ts'
import type { Result } from '../../domain/result.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { type PlanRefusal, changePlan } from '../../storage/plans.ts'
import type { Refusal } from './refusal-words.ts'

/** Changes the stored plan. Gives back why it could not. */
export type ChangePlan = (decide: (plan: PersonalPlan) => Result<PersonalPlan, Refusal>) => Promise<Refusal | undefined>

export function changing(database: PeilDatabase): ChangePlan {
  return async (decide) => {
    const done: Result<PersonalPlan, Refusal | PlanRefusal> = await changePlan(database, decide)
    return done.ok ? undefined : done.error
  }
}
