import './about.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

export function AboutPage(): ReactElement {
  const { t } = useTranslation('about')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{t('lead')}</p>
      </div>
      <Part title={t('what.title')} says={t('what.body', { returnObjects: true })} />
      <Part title={t('instrument.title')} says={t('instrument.body', { returnObjects: true })} />
      <Part title={t('scoring.title')} says={t('scoring.body', { returnObjects: true })} />
      <PrivacyPart />
      <Part title={t('accessibility.title')} says={[t('accessibility.body')]} />
      <LeadersPart />
      <Part title={t('source.title')} says={[t('source.body')]} />
    </>
  )
}

function Part({ title, says }: { readonly title: string; readonly says: readonly string[] }): ReactElement {
  return (
    <section className="prose">
      <h2 className="t-heading">{title}</h2>
      {says.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

function LeadersPart(): ReactElement {
  const { t } = useTranslation('about')
  return (
    <section className="prose">
      <h2 className="t-heading">{t('leaders.title')}</h2>
      <p>{t('leaders.body')}</p>
      <p>
        <Link className="link" to="/inn">
          {t('leaders.go')}
        </Link>
      </p>
    </section>
  )
}

/** What is promised and what cannot be, side by side and of equal size. */
function PrivacyPart(): ReactElement {
  const { t } = useTranslation('about')
  return (
    <section className="stack" id="personvern">
      <h2 className="t-heading">{t('privacy.title')}</h2>
      <div className="promises">
        <Promises title={t('privacy.promiseTitle')} says={t('privacy.promise', { returnObjects: true })} className="card" />
        <Promises title={t('privacy.limitTitle')} says={t('privacy.limit', { returnObjects: true })} className="card promises__limit" />
      </div>
    </section>
  )
}

type PromisesProps = { readonly title: string; readonly says: readonly string[]; readonly className: string }

function Promises({ title, says, className }: PromisesProps): ReactElement {
  return (
    <div className={className}>
      <div className="prose">
        <h3 className="t-sub">{title}</h3>
        <ul>
          {says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
