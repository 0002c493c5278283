import './about.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Part } from './part.tsx'
import { PrivacyPart } from './privacy-part.tsx'

export function AboutPage(): ReactElement {
  const { t } = useTranslation('about')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{t('lead')}</p>
      </div>
      <Part title={t('what.title')} says={t('what.body', { returnObjects: true })} />
      <Part title={t('instrument.title')} says={t('instrument.body', { returnObjects: true })}>
        <p>
          <Link className="link" to="/om/instrumentet">
            {t('instrument.go')}
          </Link>
        </p>
      </Part>
      <MorePart />
      <PrivacyPart />
      <Part title={t('accessibility.title')} says={[t('accessibility.body')]} />
      <LeadersPart />
      <Part title={t('source.title')} says={[t('source.body')]} />
    </>
  )
}

/** Pages to read and use beside the assessment. */
function MorePart(): ReactElement {
  const { t } = useTranslation('about')
  return (
    <section className="prose">
      <h2 className="t-heading">{t('more.title')}</h2>
      <div>
        <Link className="link" to="/om/installer">
          {t('more.install')}
        </Link>
        <p>{t('more.installAbout')}</p>
      </div>
      <div>
        <Link className="link" to="/om/samtalekort">
          {t('more.cards')}
        </Link>
        <p>{t('more.cardsAbout')}</p>
      </div>
      <div>
        <Link className="link" to="/om/skjermrad">
          {t('more.health')}
        </Link>
        <p>{t('more.healthAbout')}</p>
      </div>
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
