import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export function PrivacyLine(): ReactElement {
  const { t } = useTranslation()
  return (
    <p className="t-small soft">
      {t('start.privacy')}{' '}
      <Link className="start__link" to="/om#personvern">
        {t('start.privacyLink')}
      </Link>
    </p>
  )
}
