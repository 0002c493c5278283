import { useTranslation } from 'react-i18next'
import { type Sector, sectors, tiers } from '../../domain/instrument/instrument.ts'
import { dayAndMonth } from '../../i18n/dates.ts'
import type { EntryRefusal } from '../../sync/entry.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { RoundUnit } from '../../protocol/round.ts'

/** Leaders' groups are asked what their sector is asked. */
export function sectorOf(unit: RoundUnit): Sector {
  return unit.instrument.id
}

export function isLeadersUnit(unit: RoundUnit): boolean {
  return !sectors.some((sector) => sector === unit.sector)
}

export function slipsOf(unit: RoundUnit): number {
  return tiers.reduce((sum, tier) => sum + (unit.headcount[tier] ?? 0), 0)
}

/** Small numbers in words, larger ones in figures. */
export function useNumber(): (count: number) => string {
  const { t } = useTranslation('app')
  const numbers = t('numbers', { returnObjects: true })
  return (count) => numbers[count] ?? String(count)
}

/** What every text about a round may name. `date`: until when it takes contributions; after closing that is the end of the days of grace. */
export function useRoundWords(): (known: KnownRound, unit: RoundUnit | undefined) => { unit: string; round: string; date: string } {
  const { i18n } = useTranslation()
  return ({ document }, unit) => ({
    unit: unit?.name ?? '',
    round: document.title,
    date: dayAndMonth(document.state === 'open' ? document.closes : document.acceptUntil, i18n.language).replaceAll(' ', '\u00a0'),
  })
}

export type EntryFault = EntryRefusal | { readonly kind: 'empty' } | { readonly kind: 'empty-code' } | { readonly kind: 'needs-round' }

export function useEntryFault(): (fault: EntryFault) => string {
  const { t } = useTranslation('contribute')
  return (fault) => {
    if (fault.kind === 'code-incomplete') return t('entry.code-incomplete', { count: fault.characters })
    return fault.kind === 'other-address' ? t('entry.other-address', { address: fault.address }) : t(`entry.${fault.kind}`)
  }
}
