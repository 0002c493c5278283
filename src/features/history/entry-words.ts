import type { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type Entry, finishOf } from '../../domain/scoring/history.ts'
import type { Content } from '../../i18n/content.ts'
import { inSentence } from '../../i18n/in-sentence.ts'
import { shortDate, shortMoment } from '../../i18n/short-dates.ts'

export type Translate = ReturnType<typeof useTranslation<['result', 'app']>>['t']

/** How each time is called: its day, which stays on one line, and the time of day where one day has several. */
export function labelsFor(assessments: readonly Assessment[], language: string): (assessment: Assessment) => string {
  const days = assessments.map((each) => shortDate(finishOf(each), language))
  return (assessment) => {
    const day = shortDate(finishOf(assessment), language)
    const label = days.filter((each) => each === day).length > 1 ? shortMoment(finishOf(assessment), language) : day
    return label.replace(day, day.replaceAll(' ', '\u00a0'))
  }
}

/** The step in words, or why there is none. */
export function stepWords(t: Translate, content: Content, { level }: Entry): string {
  if (level === undefined) return t('history.missing')
  return level.kind === 'level' ? content.stepName(level.step) : t('history.few')
}

/** Why a new line begins here. */
export function apartWords(t: Translate, language: string, { apart, assessment: { sector, tier } }: Entry): string | undefined {
  if (apart === undefined) return undefined
  return t(`history.apart.${apart}`, {
    sector: inSentence(t(`app:sectors.${sector}`), language),
    role: inSentence(t(`app:roles.${sector}.${tier}.name`), language),
  })
}

/** A change of whole steps, or that there is none. */
function changeWords(t: Translate, change: NonNullable<Entry['change']>): string {
  if (change.kind === 'same') return t('history.change.same')
  const way = change.steps > 0 ? 'higher' : 'lower'
  const steps = ([1, 2, 3, 4] as const).find((each) => each === Math.abs(change.steps)) ?? 1
  return t(`history.change.${way}.${steps}`)
}

type Told = { readonly entry: Entry; readonly before: Entry | undefined; readonly labelOf: (assessment: Assessment) => string }

/** What the entry is beside the one before on its line. A comparison across one without a step names its day. */
export function sinceWords(t: Translate, language: string, { entry, before, labelOf }: Told): string {
  const apart = apartWords(t, language, entry)
  if (apart !== undefined) return apart
  if (before === undefined && entry.since === undefined) return t('history.first')
  if (entry.change === undefined || entry.since === undefined) return t('history.nothing')
  const words = changeWords(t, entry.change)
  return entry.since === before?.assessment ? words : t('history.change.since', { change: words, date: labelOf(entry.since) })
}
