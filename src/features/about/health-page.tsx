import './about.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../domain/resource/choose.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { type HealthAdvice, healthAdvice } from '../../instruments/health-advice.ts'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { OutwardLink } from '../../ui/outward-link.tsx'
import { useAdviceWords } from './advice-words.ts'

/** The reader's own country first. */
function countriesFor(language: string): readonly HealthAdvice['country'][] {
  const countries = [...new Set(healthAdvice.map(({ country }) => country))]
  return countries.toSorted((a, b) => Number(b === countryOf(language)) - Number(a === countryOf(language)))
}

/** What health authorities advise on screens, dated and with its source. It is about leisure time, and no measure of anybody's work. */
export function HealthPage(): ReactElement {
  const { t, i18n } = useTranslation('health')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{t('lead')}</p>
      </div>
      <section className="note note--land">
        <InformationIcon />
        <h2 className="t-sub">{t('scope.title')}</h2>
        {t('scope.body', { returnObjects: true }).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      {countriesFor(i18n.language).map((country) => (
        <section key={country} className="card stack-l" aria-labelledby={country}>
          <h2 id={country} className="t-heading">
            {t(`countries.${country}`)}
          </h2>
          {healthAdvice
            .filter((advice) => advice.country === country)
            .map((advice) => (
              <Advice key={advice.id} advice={advice} />
            ))}
        </section>
      ))}
      <p className="t-small soft">{t('leaves')}</p>
    </>
  )
}

function Advice({ advice }: { readonly advice: HealthAdvice }): ReactElement {
  const { t, i18n } = useTranslation('health')
  const words = useAdviceWords()
  const { id, authority, status, scope, url, checkedAt, rows } = advice
  return (
    <div className="stack">
      <h3 className="t-sub">{t(`advice.${id}.title`)}</h3>
      <div className="row">
        <span className={status === 'in-force' ? 'tag' : 'tag tag--land'}>{t(`status.${status}`)}</span>
        <span className="tag">{t(`applies.${scope}`)}</span>
      </div>
      {t(`advice.${id}.about`, { returnObjects: true }).map((sentence) => (
        <p key={sentence} className="measure">
          {sentence}
        </p>
      ))}
      <table className="plain advice">
        <caption>{authority}</caption>
        <thead>
          <tr>
            <th scope="col">{t('age')}</th>
            <th scope="col">{t('perDay')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from}>
              <th scope="row">{words.age(row)}</th>
              <td className="num">{words.time(row.advice)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="t-small soft">{t('checked', { date: wholeDate(checkedAt, i18n.language) })}</p>
      <p>
        <OutwardLink url={url} text={t('source', { authority })} leaves={t('newTab')} />
      </p>
    </div>
  )
}
