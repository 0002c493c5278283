import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Assessment, answeredCount } from '../../domain/assessment/assessment.ts'
import { type Instrument, itemsOf } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { dayAndMonth } from '../../i18n/dates.ts'
import { inSentence } from '../../i18n/in-sentence.ts'
import { Course } from '../../ui/course.tsx'
import { HeroChart } from '../../ui/hero-chart.tsx'
import { ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { courseOf, minutesLeft, whereabouts } from './where.ts'

type Props = { readonly assessment: Assessment; readonly instrument: Instrument }

/** Where the person is, what comes next, and the one way on. */
export function Hero({ assessment, instrument }: Props): ReactElement {
  const { t, i18n } = useTranslation()
  const sector = inSentence(t(`sectors.${assessment.sector}`), i18n.language)
  const { title, next } = useNext({ assessment, instrument })
  const all = itemsOf(instrument).length
  return (
    <section className="hero" aria-labelledby="go">
      <HeroChart />
      <div className="stack-s">
        <p className="t-label soft">
          {t('start.hero.eyebrow', { sector })} · {t('start.hero.started', { date: dayAndMonth(assessment.startedAt, i18n.language) })}
        </p>
        <h2 id="go" className="t-title">
          {title}
        </h2>
        <p className="soft">{next}</p>
      </div>
      <div className="course">
        <Course parts={courseOf(assessment, instrument)} />
        <p className="sr">{t('start.hero.course', { done: answeredCount(assessment, instrument), all })}</p>
      </div>
      <div className="row">
        <Link className="ds-button" to="/kartlegging">
          <span>{t('start.hero.continue')}</span>
          <ArrowRightIcon />
        </Link>
      </div>
    </section>
  )
}

function useNext({ assessment, instrument }: Props): { title: string; next: string } {
  const { t } = useTranslation()
  const content = useContent()
  const where = whereabouts(assessment, instrument)
  const count = minutesLeft(assessment, instrument)
  const minutes = t('start.hero.minutes', { count, minutes: t(`numbers.${count}`, { defaultValue: String(count) }) })
  switch (where.kind) {
    case 'prediction':
      return { title: t('start.hero.predictionTitle'), next: `${t('start.hero.predictionNext')} ${minutes}` }
    case 'item':
      return {
        title: content.dimension(assessment.sector, where.dimension).name,
        next: `${t('start.hero.questionNext', { number: where.number, of: where.of })} ${minutes}`,
      }
    case 'confidence':
      return { title: content.dimension(assessment.sector, where.dimension).name, next: t('start.hero.confidenceNext') }
    case 'end':
      return { title: t('start.hero.endTitle'), next: t('start.hero.endNext') }
  }
}
