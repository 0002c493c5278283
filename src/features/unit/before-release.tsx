import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndMonth } from '../../i18n/dates.ts'
import { HourglassIcon } from '../../ui/icons/later-icons.ts'
import type { UnitEntry } from './choice.ts'
import type { UnitView } from './reading.ts'

type Props = { readonly unit: UnitEntry; readonly view: Extract<UnitView, { readonly kind: 'before' }> }

/** While a round goes on there is one coarse figure, said in words, and nothing else (release rule R1). */
export function BeforeRelease({ unit, view: { round, joined } }: Props): ReactElement {
  const { t, i18n } = useTranslation('unit')
  const date = dayAndMonth(round.closes, i18n.language)
  const accept = dayAndMonth(round.acceptUntil, i18n.language)
  return (
    <div className="stack">
      <h1 className="t-title">{t('notReleased.title', { unit: unit.name })}</h1>
      <p className="t-lead">
        {round.state === 'open'
          ? t('notReleased.open', { round: round.title, date })
          : t('notReleased.closed', { round: round.title, accept })}
      </p>
      <section className="status status--wait unit-joined">
        <span className="status__ico">
          <HourglassIcon />
        </span>
        <div>
          <h2>{t('notReleased.joined.title')}</h2>
          <p>{t(`notReleased.joined.${joined ?? 'unknown'}`)}</p>
          <p>{t('notReleased.joined.why')}</p>
        </div>
      </section>
    </div>
  )
}
