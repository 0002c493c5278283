import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Tier } from '../../domain/instrument/instrument.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { RoundUnit } from '../../protocol/round.ts'
import type { Device } from '../../storage/device.ts'
import { ArrowRightIcon, InformationIcon } from '../../ui/icons/first-icons.ts'
import { NotFetched } from '../../ui/not-fetched.tsx'
import { RoundFacts } from './round-facts.tsx'
import { sectorOf, useRoundWords } from './words.ts'

type Props = { readonly known: KnownRound; readonly unit: RoundUnit; readonly place: string; readonly tier: Tier }

/** What the person has answered is not what the round asks: figures are fair only where everyone was asked the same. */
export function OtherQuestions({ known, unit, place, tier }: Props): ReactElement {
  const { t } = useTranslation(['own-pack', 'contribute'])
  const asked = new URLSearchParams({ sector: sectorOf(unit), role: tier, plass: place })
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('contribute:place.title')}</h1>
        <p className="t-lead">{t('contribute:place.lead', useRoundWords()(known, unit))}</p>
      </div>
      <section className="note note--land" aria-labelledby="other-questions">
        <InformationIcon />
        <h2 id="other-questions" className="t-sub">
          {t('other.title')}
        </h2>
        <p className="t-small">{t('other.body')}</p>
        <p className="t-small">{t('other.kept')}</p>
      </section>
      <RoundFacts known={known} unit={unit} />
      <div className="row">
        <Link className="ds-button" to={`/kartlegging/ny?${asked.toString()}`}>
          <span>{t('other.answer')}</span>
          <ArrowRightIcon />
        </Link>
      </div>
    </>
  )
}

/** Without its questions nobody can say which levels the answers give. */
export function QuestionsMissing({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation('own-pack')
  return (
    <NotFetched
      title={t('missing.title')}
      body={t('missing.body')}
      again={t('missing.again')}
      trying={t('missing.trying')}
      still={t('missing.still')}
      onAgain={device.fetchPacks}
    />
  )
}
