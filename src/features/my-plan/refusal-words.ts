import type { TFunction } from 'i18next'
import type { GoalRefusal } from '../../domain/plan/goals.ts'
import type { PlanRefusal } from '../../storage/plans.ts'

export type Refusal = GoalRefusal | PlanRefusal

export function refusalWords(t: TFunction<'plan'>, refusal: Refusal): string {
  return refusal.kind === 'words-missing' ? t(`refusals.words-missing.${refusal.field}`) : t(`refusals.${refusal.kind}`)
}
