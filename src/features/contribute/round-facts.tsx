import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { RoundUnit } from '../../protocol/round.ts'
import { slipsOf, useRoundWords } from './words.ts'

type Props = { readonly known: KnownRound; readonly unit: RoundUnit }

/** Unit, round, closing date, and how many there are: the coarse figure once there is one (release rule R1). */
export function RoundFacts({ known, unit }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const words = useRoundWords()(known, unit)
  const figure = known.joined?.[unit.unit]
  const slips = slipsOf(unit)
  const facts = [
    [t('facts.unit'), words.unit],
    [t('facts.round'), words.round],
    [known.document.state === 'open' ? t('facts.closes') : t('facts.closed'), words.date],
    figure === undefined ? [t('facts.slips'), String(slips)] : [t('facts.joined'), t(`facts.figure.${figure}`, { slips })],
  ] as const
  return (
    <dl className="card facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
