import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { RoundUnit } from '../../protocol/round.ts'
import { ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { PersonGroupIcon, SealCheckmarkIcon } from '../../ui/icons/later-icons.ts'
import { RoundFacts } from './round-facts.tsx'
import { sectorOf, useRoundWords } from './words.ts'

type Props = { readonly known: KnownRound; readonly unit: RoundUnit }
type HeldProps = Props & { readonly isAnswering: boolean; readonly hasOtherSector: boolean }

/** Joined, and the assessment is still to be answered. */
export function PlaceHeld({ known, unit, isAnswering, hasOtherSector }: HeldProps): ReactElement {
  const { t, i18n } = useTranslation(['contribute', 'app'])
  const sector = t(`app:sectors.${sectorOf(unit)}`).toLocaleLowerCase(i18n.language)
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('place.title')}</h1>
        <p className="t-lead">{t('place.lead', useRoundWords()(known, unit))}</p>
      </div>
      <section className="status status--go" aria-labelledby="held">
        <span className="status__ico">
          <SealCheckmarkIcon />
        </span>
        <div>
          <h2 id="held">{t('place.held')}</h2>
          <p>{t('place.heldBody')}</p>
          {hasOtherSector && <p>{t('place.otherSector', { sector })}</p>}
        </div>
      </section>
      <RoundFacts known={known} unit={unit} />
      <div className="row">
        <Link className="ds-button" to={isAnswering ? '/kartlegging' : '/kartlegging/ny'}>
          <span>{isAnswering ? t('place.continue') : t('place.answer')}</span>
          <ArrowRightIcon />
        </Link>
      </div>
    </>
  )
}

/** A leader counts in the municipality's group of leaders, not in the own unit (release rule R8). */
export function LeaderNote({ known, unit }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <section className="note note--land" aria-labelledby="leaders">
      <PersonGroupIcon />
      <h2 id="leaders" className="t-sub">
        {t('place.leader.title')}
      </h2>
      <p className="t-small">{t('place.leader.body', useRoundWords()(known, unit))}</p>
      <p className="t-small">{t('place.leader.none')}</p>
    </section>
  )
}

export function LeaderElsewhere({ known, unit }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('status.title')}</h1>
        <p className="t-lead">{t('place.lead', useRoundWords()(known, unit))}</p>
      </div>
      <LeaderNote known={known} unit={unit} />
    </>
  )
}
