import { useTranslation } from 'react-i18next'
import type { Dimension, Tier } from '../../domain/instrument/instrument.ts'
import type { Interval } from '../../domain/need/band.ts'
import { type DimensionWords, useContent } from '../../i18n/content.ts'
import { spanOf } from '../../i18n/intervals.ts'

export type UnitWords = {
  readonly dimension: (dimension: Dimension) => DimensionWords
  /** The first discussion card. */
  readonly talk: (dimension: Dimension) => string
  /** 8–9 av 9 */
  readonly interval: (interval: Interval) => string
  /** Small numbers in words, larger ones in figures. */
  readonly number: (count: number) => string
  readonly tiers: (tiers: readonly (Tier | '*')[]) => string
}

/** Leaders' groups are asked what their sector is asked. */
export function contentSector(sector: string): string {
  return sector.replace(/^leaders-/, '')
}

export function useUnitWords(sector: string): UnitWords {
  const { t } = useTranslation(['group', 'cards'])
  const content = useContent()
  const numbers = t('numbers', { returnObjects: true })
  return {
    dimension: (dimension) => content.dimension(contentSector(sector), dimension),
    talk: (dimension) => content.cards(contentSector(sector), dimension)[0] ?? '',
    interval: ({ lo, hi, of }) => t('interval', { span: spanOf(lo, hi), of }),
    number: (count) => numbers[count] ?? String(count),
    tiers: (tiers) => tiers.flatMap((tier) => (tier === '*' ? [] : [t(`tiers.${tier}`)])).join(' / '),
  }
}

export function capital(sentence: string, language: string): string {
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1)
}
