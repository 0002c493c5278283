import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { PadlockLockedIcon } from '../../ui/icons/first-icons.ts'

/** What a page of the plan is called, and whose it is. */
export function Head({ title, lead }: { readonly title: string; readonly lead: string }): ReactElement {
  const { t } = useTranslation('plan')
  return (
    <div className="headline">
      <p className="eyebrow">
        <PadlockLockedIcon small />
        {t('onlyYou')}
      </p>
      <h1 className="t-display">{title}</h1>
      <p className="t-lead">{lead}</p>
    </div>
  )
}
