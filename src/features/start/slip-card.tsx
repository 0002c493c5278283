import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PeilDatabase } from '../../storage/database.ts'
import { QrCodeIcon } from '../../ui/icons/first-icons.ts'
import { JoinedCard } from './joined-card.tsx'

type Props = { readonly database: PeilDatabase; readonly slips: number }

export function SlipCard({ database, slips }: Props): ReactElement {
  return slips === 0 ? <NoSlipYet /> : <JoinedCard database={database} />
}

function NoSlipYet(): ReactElement {
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
