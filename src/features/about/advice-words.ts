import { useTranslation } from 'react-i18next'
import { spanOf } from '../../i18n/intervals.ts'
import type { AgeAdvice, AgeRow } from '../../instruments/health-advice.ts'

type AdviceWords = { readonly age: (row: AgeRow) => string; readonly time: (advice: AgeAdvice) => string }

/** 90 minutes are 1½, as people say it; other fractions do not occur in advice. */
function hoursOf(minutes: number): string {
  const whole = Math.floor(minutes / 60)
  return `${whole === 0 ? '' : String(whole)}${minutes % 60 === 30 ? '½' : ''}`
}

export function useAdviceWords(): AdviceWords {
  const { t } = useTranslation('health')
  return {
    age: ({ from, to }) => {
      if (to === undefined) return t('ages.from', { from })
      return from === 0 ? t('ages.under', { to: to + 1 }) : t('ages.between', { from, to })
    },
    time: (advice) => {
      if (advice.kind === 'at-most') return t('time.at-most', { count: advice.minutes / 60, hours: hoursOf(advice.minutes) })
      if (advice.kind !== 'between') return t(`time.${advice.kind}`)
      const hours = spanOf(hoursOf(advice.minutes), hoursOf(advice.atMost))
      return t('time.between', { count: advice.atMost / 60, hours })
    },
  }
}
