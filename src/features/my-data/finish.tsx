import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LeaveIcon } from '../../ui/icons/later-icons.ts'

/** On a shared device nobody deletes what is their colleagues': each takes along and deletes their own. */
export function Finish({ isGuest }: { readonly isGuest: boolean }): ReactElement {
  const { t } = useTranslation('my-data')
  return (
    <section className="stack" aria-labelledby="finish">
      <div className="stack-s">
        <h2 id="finish" className="t-heading">
          {t('finish.title')}
        </h2>
        <p>{t(isGuest ? 'finish.guest' : 'finish.body')}</p>
      </div>
      <div className="row">
        <Link className="ds-button" data-variant="secondary" to="/mine-data/ferdig">
          <LeaveIcon />
          <span>{t('finish.go')}</span>
        </Link>
      </div>
    </section>
  )
}
