import type { useTranslation } from 'react-i18next'
import type { GoalRefusal } from '../../domain/plan/goals.ts'
import type { PlanRefusal } from '../../storage/plans.ts'

type Translate = ReturnType<typeof useTranslation<'plan'>>['t']

export type Refusal = GoalRefusal | PlanRefusal

export function refusalWords(t: Translate, refusal: Refusal): string {
  return refusal.kind === 'words-missing' ? t(`refusals.words-missing.${refusal.field}`) : t(`refusals.${refusal.kind}`)
}
