import type { useTranslation } from 'react-i18next'
import type { Content } from '../../i18n/content.ts'
import type { Row } from './outcome.ts'

/** What stands beside the plot: guess, last time, or nothing. */
export type Compared = 'guess' | 'last' | 'none'

type Translate = ReturnType<typeof useTranslation<'result'>>['t']

export function gapWords(t: Translate, gap: number | undefined): string | undefined {
  if (gap === undefined) return undefined
  if (gap === 0) return t('gap.at')
  const ahead = ([1, 2, 3, 4] as const).find((each) => each === gap)
  return ahead === undefined ? t('gap.above') : t(`gap.ahead.${ahead}`)
}

function lastWords(t: Translate, content: Content, { change, before }: Row): string | undefined {
  if (change === undefined) return undefined
  if (change.kind === 'same') return t('row.lastSame')
  if (change.kind === 'not-comparable' || before?.kind !== 'level') return t('row.lastNotComparable')
  return t('row.last', { step: content.stepName(before.step) })
}

/** The short line under the step. */
export function shortWords(t: Translate, content: Content, row: Row, compared: Compared): string {
  const step = row.level.kind === 'level' ? row.level.step : undefined
  const words = [
    step === 0 ? t('row.beginning') : undefined,
    gapWords(t, row.gap),
    compared === 'last' && step !== undefined ? lastWords(t, content, row) : undefined,
  ]
  return words.filter((each) => each !== undefined).join(' · ')
}

/** What the plot shows besides, for who does not see it. */
export function hiddenWords(t: Translate, content: Content, { target, prediction }: Row, compared: Compared): string {
  const words = [
    target === undefined ? undefined : t('row.target', { step: content.stepName(target) }),
    prediction === undefined || compared !== 'guess' ? undefined : t('row.guess', { step: content.stepName(prediction) }),
  ]
  return words.filter((each) => each !== undefined).join(' ')
}
