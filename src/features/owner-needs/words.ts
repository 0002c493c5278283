import { useTranslation } from 'react-i18next'
import type { UnitState } from '../../domain/anonymity/document.ts'
import { type Dimension, type Sector, type Tier, sectors } from '../../domain/instrument/instrument.ts'
import type { Interval } from '../../domain/need/band.ts'
import { nameAcross, shortAcross } from '../../i18n/across-sectors.ts'
import { useContent } from '../../i18n/content.ts'
import { spanOf } from '../../i18n/intervals.ts'
import { type WordedProfile, useProfileWords } from '../../i18n/profiles.ts'

export type NeedsWords = {
  /** As the sector says it, else as all sectors that are present do. */
  readonly name: (dimension: Dimension, sector?: Sector) => string
  readonly short: (dimension: Dimension) => string
  readonly interval: (interval: Interval) => string
  /** Small numbers in words, larger ones in figures. */
  readonly number: (count: number) => string
  readonly tiers: (tiers: readonly (Tier | '*')[]) => string
  readonly tier: (tier: Tier) => string
  /** Only where the municipality says it otherwise than Peil. */
  readonly unit: string | undefined
}

/** In the municipality's own words where its profile has them. */
export function useNeedsWords(units: readonly UnitState[], profile?: WordedProfile): NeedsWords {
  const { t } = useTranslation('group')
  const own = useProfileWords(profile)
  const content = useContent()
  const present = sectors.filter((sector) => units.some((unit) => unit.sector === sector || unit.sector === `leaders-${sector}`))
  const tier = (each: Tier) => own.tier(each) ?? t(`tiers.${each}`)
  return {
    short: (dimension) => shortAcross(content, present, dimension),
    tier,
    unit: own.unit,
    name: (dimension, sector) =>
      sector === undefined ? nameAcross(content, present, dimension) : content.dimension(sector, dimension).name,
    number: (count) => t('numbers', { returnObjects: true })[count] ?? String(count),
    interval: ({ lo, hi, of }) => t('interval', { span: spanOf(lo, hi), of }),
    tiers: (tiers) => tiers.flatMap((each) => (each === '*' ? [] : [tier(each)])).join(' / '),
  }
}
