import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { seenAnew } from '../../domain/assessment/look-back.ts'
import type { Step } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'

/** What was answered then beside what the person says of it now, and what that may mean. */
export function SaidThen({ answered, then }: { readonly answered: Step; readonly then: Step }): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  return (
    <p className="t-small">
      {t('lookBack.said', { answered: content.stepName(answered), then: content.stepName(then) })}{' '}
      {t(`lookBack.meaning.${seenAnew(then, answered)}`)}
    </p>
  )
}
