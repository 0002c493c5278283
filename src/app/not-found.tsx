import type { ReactElement } from 'react'
import { useTranslation } from '../i18n/react.ts'
import { Link } from 'react-router'

export function NotFound(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <h1 className="t-display">{t('notFound.title')}</h1>
      <p className="t-lead">{t('notFound.body')}</p>
      <div className="row">
        <Link className="ds-button" to="/">
          {t('notFound.home')}
        </Link>
      </div>
    </div>
  )
}
