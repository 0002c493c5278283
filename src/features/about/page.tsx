import './about.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

export function AboutPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('about.title')}</h1>
        <p className="t-lead">{t('about.lead')}</p>
      </div>
      <Part title={t('about.what.title')} says={t('about.what.body', { returnObjects: true })} />
      <Part title={t('about.instrument.title')} says={t('about.instrument.body', { returnObjects: true })} />
      <Part title={t('about.scoring.title')} says={t('about.scoring.body', { returnObjects: true })} />
      <PrivacyPart />
      <Part title={t('about.accessibility.title')} says={[t('about.accessibility.body')]} />
      <Part title={t('about.source.title')} says={[t('about.source.body')]} />
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

/** What is promised and what cannot be, side by side and of equal size. */
function PrivacyPart(): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="stack" id="personvern">
      <h2 className="t-heading">{t('about.privacy.title')}</h2>
      <div className="promises">
        <Promises title={t('about.privacy.promiseTitle')} says={t('about.privacy.promise', { returnObjects: true })} className="card" />
        <Promises
          title={t('about.privacy.limitTitle')}
          says={t('about.privacy.limit', { returnObjects: true })}
          className="card promises__limit"
        />
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
