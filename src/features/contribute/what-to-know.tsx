import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { RoundUnit } from '../../protocol/round.ts'
import { ArrowsCirclepathIcon, ClockIcon, InformationIcon } from '../../ui/icons/first-icons.ts'
import { MinusIcon, PersonGroupIcon } from '../../ui/icons/later-icons.ts'
import { useNumber, useRoundWords } from './words.ts'

/** What is not sent, and what cannot be seen from the list of values. */
export function WhatToKnow({ known, unit }: { readonly known: KnownRound; readonly unit: RoundUnit }): ReactElement {
  const { t } = useTranslation('contribute')
  const number = useNumber()
  const words = useRoundWords()(known, unit)
  const never = [t('offer.not.name'), t('offer.not.answers'), t('offer.not.notes')]
  const not = unit.tiers.length === 0 ? [...never, t('offer.not.tier', words)] : never
  const know = [
    { Icon: ArrowsCirclepathIcon, text: t('offer.know.change', words) },
    { Icon: PersonGroupIcon, text: t('offer.know.k', { k: number(known.document.k) }) },
    { Icon: ClockIcon, text: t('offer.know.time') },
    { Icon: InformationIcon, text: t('offer.know.address') },
  ]
  return (
    <section className="send-cols">
      <div className="card stack">
        <h2 className="t-sub">{t('offer.not.title')}</h2>
        <ul className="ticks">
          {not.map((text) => (
            <li key={text}>
              <MinusIcon />
              {text}
            </li>
          ))}
        </ul>
      </div>
      <div className="card stack">
        <h2 className="t-sub">{t('offer.know.title')}</h2>
        <ul className="ticks">
          {know.map(({ Icon, text }) => (
            <li key={text}>
              <Icon />
              {text}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
