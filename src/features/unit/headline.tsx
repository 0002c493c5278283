import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { tiers } from '../../domain/instrument/instrument.ts'
import { wholeDate } from '../../i18n/dates.ts'
import type { Round } from '../../protocol/round.ts'
import { PrintButton } from '../../ui/group/print-head.tsx'
import type { UnitEntry } from './choice.ts'
import { type UnitWords, capital } from './words.ts'

type Props = { readonly unit: UnitEntry; readonly round: Round; readonly n: number; readonly words: UnitWords }

function headcountOf(round: Round, unit: string): number {
  const headcount = round.units.find((each) => each.unit === unit)?.headcount ?? {}
  return tiers.reduce((sum, tier) => sum + (headcount[tier] ?? 0), 0)
}

/** Both numbers in words or both in figures. */
function inPair(n: number, of: number, words: UnitWords): { n: string; of: string } {
  const both = { n: words.number(n), of: words.number(of) }
  return both.of === String(of) ? { n: String(n), of: both.of } : both
}

export function Headline({ unit, round, n, words }: Props): ReactElement {
  const { t, i18n } = useTranslation(['unit', 'group'])
  const of = headcountOf(round, unit.unit)
  const contributed = of >= n ? t('contributedOf', inPair(n, of, words)) : t('contributed', { n: words.number(n) })
  return (
    <div className="unit-head">
      <div className="unit-head__text">
        <p className="eyebrow">{t('eyebrow', { round: round.title, date: wholeDate(round.closes, i18n.language) })}</p>
        <h1 className="t-display">{t('title', { unit: unit.name })}</h1>
        <p className="t-lead">
          {capital(contributed, i18n.language)} {t('meaning')}
        </p>
      </div>
      <PrintButton text={t('group:print')} />
    </div>
  )
}
