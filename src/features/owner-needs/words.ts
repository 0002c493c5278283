import { useTranslation } from 'react-i18next'
import type { UnitState } from '../../domain/anonymity/document.ts'
import { type Dimension, type Tier, sectors } from '../../domain/instrument/instrument.ts'
import type { Interval } from '../../domain/need/band.ts'
import { useContent } from '../../i18n/content.ts'
import { spanOf } from '../../i18n/intervals.ts'

export type NeedsWords = {
  readonly name: (dimension: Dimension) => string
  readonly short: (dimension: Dimension) => string
  readonly interval: (interval: Interval) => string
  /** Small numbers in words, larger ones in figures. */
  readonly number: (count: number) => string
  readonly tiers: (tiers: readonly (Tier | '*')[]) => string
}

/** Sectors word the same area differently: where they do, a figure across sectors carries every short name. */
export function useNeedsWords(units: readonly UnitState[]): NeedsWords {
  const { t } = useTranslation('group')
  const content = useContent()
  const present = sectors.filter((sector) => units.some((unit) => unit.sector === sector || unit.sector === `leaders-${sector}`))
  const distinct = (dimension: Dimension, form: 'name' | 'short') => [
    ...new Set(present.map((sector) => content.dimension(sector, dimension)[form])),
  ]
  const short = (dimension: Dimension) => distinct(dimension, 'short').join(' / ')
  return {
    short,
    name: (dimension) => {
      const [name, ...others] = distinct(dimension, 'name')
      return name === undefined || others.length > 0 ? short(dimension) : name
    },
    number: (count) => t('numbers', { returnObjects: true })[count] ?? String(count),
    interval: ({ lo, hi, of }) => t('interval', { span: spanOf(lo, hi), of }),
    tiers: (tiers) => tiers.flatMap((tier) => (tier === '*' ? [] : [t(`tiers.${tier}`)])).join(' / '),
  }
}
