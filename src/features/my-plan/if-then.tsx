import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Goal } from '../../domain/plan/goals.ts'

/** The goal as the sentence it is. */
export function IfThen({ goal }: { readonly goal: Goal }): ReactElement {
  const { t } = useTranslation('plan')
  return (
    <p className="ifthen">
      <span>
        <b>{t('when')}</b> {goal.when},
      </span>{' '}
      <span>
        <b>{t('then')}</b> {goal.then}.
      </span>
    </p>
  )
}
