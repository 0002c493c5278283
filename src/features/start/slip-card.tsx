import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { QrCodeIcon } from '../../ui/icons.tsx'

export function SlipCard(): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="note note--land" aria-labelledby="slip">
      <QrCodeIcon />
      <h2 id="slip" className="t-sub">
        {t('start.slip.title')}
      </h2>
      <p className="t-small">{t('start.slip.body')}</p>
      <div className="row">
        <Link className="ds-button" data-variant="secondary" data-size="sm" to="/bidra">
          {t('start.slip.go')}
        </Link>
      </div>
    </section>
  )
}
