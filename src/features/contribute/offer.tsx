import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { Instrument, Module, Sector, Tier } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { wholeDate } from '../../i18n/dates.ts'
import { listIn } from '../../i18n/lists.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { JoinedPlace, Sent, Waiting } from '../../protocol/participation.ts'
import type { RoundUnit } from '../../protocol/round.ts'
import type { Answers } from '../../sync/contribute.ts'
import { type SharedDimension, encodeTier, encodeValues, sharedDimensions } from '../../sync/values.ts'
import { Alert } from '../../ui/alert.tsx'
import { PaperplaneIcon } from '../../ui/icons/first-icons.ts'
import { RoundFacts } from './round-facts.tsx'
import { SendList } from './send-list.tsx'
import { TierChoice } from './tier-choice.tsx'
import { WhatToKnow } from './what-to-know.tsx'
import { WireMessage } from './wire-message.tsx'
import { useRoundWords } from './words.ts'

export type OfferProps = {
  readonly place: JoinedPlace | Waiting | Sent
  readonly known: KnownRound
  readonly unit: RoundUnit
  readonly assessment: Assessment
  readonly instrument: Instrument
  readonly more: readonly Module[]
  readonly onYes: (answers: Answers) => void
  readonly onLater: () => void
  /** Left out while a contribution is being changed. */
  readonly onNo?: (() => void) | undefined
}

/** Everything that would be sent, in words and to the character, then three ways on. */
export function Offer({ place, known, unit, assessment, instrument, more, onYes, onLater, onNo }: OfferProps): ReactElement {
  const { t, i18n } = useTranslation('contribute')
  const words = useRoundWords()(known, unit)
  const [chosen, setChosen] = useState<Tier>()
  const [missing, setMissing] = useState(false)
  const mustChoose = encodeTier(unit, assessment.tier) === undefined
  const tier = mustChoose ? chosen : assessment.tier
  const shared = sharedDimensions(assessment, instrument, known.document, tier ?? assessment.tier)
  const sentTier = tier === undefined ? undefined : encodeTier(unit, tier)
  const contribute = (): void => {
    if (sentTier === undefined) setMissing(true)
    else onYes({ tier: sentTier, values: encodeValues(shared) })
  }
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{onNo === undefined ? t('offer.titleChange') : t('offer.title')}</h1>
        <p className="t-lead">{onNo === undefined ? t('offer.leadChange') : t('offer.lead', words)}</p>
      </div>
      <RoundFacts known={known} unit={unit} />
      {mustChoose && <TierChoice unit={unit} value={chosen} onChange={setChosen} />}
      <section className="stack" aria-labelledby="what">
        <div>
          <h2 id="what" className="t-heading">
            {t('offer.what.title')}
          </h2>
          <p className="soft">{unit.tiers.length === 0 ? t('offer.what.body') : t('offer.what.bodyTier')}</p>
        </div>
        <SendList shared={shared} instrument={instrument} tier={unit.tiers.length === 0 ? undefined : tier} />
        {more.length > 0 && <More sector={assessment.sector} more={more} />}
        <p className="t-small soft">{t('offer.from', { date: wholeDate(assessment.finishedAt ?? assessment.changedAt, i18n.language) })}</p>
        <Message place={place} shared={shared} tier={sentTier ?? '-'} />
      </section>
      <WhatToKnow known={known} unit={unit} />
      {missing && sentTier === undefined && <Alert>{t('offer.tier.missing')}</Alert>}
      <WaysOn onYes={contribute} onLater={onLater} onNo={onNo} />
    </>
  )
}

/** Figures on a part rest on those who took it along: who would, is told before it is too late. */
function More({ sector, more }: { readonly sector: Sector; readonly more: readonly Module[] }): ReactElement {
  const { t } = useTranslation('contribute')
  const content = useContent()
  const names = more.map((module) => content.dimension(sector, module).name)
  return (
    <p>
      {t('offer.what.more', { parts: listIn(content.language, names) })} <Link to="/kartlegging/deler">{t('offer.what.moreGo')}</Link>
    </p>
  )
}

type MessageProps = { readonly place: OfferProps['place']; readonly shared: readonly SharedDimension[]; readonly tier: string }

function Message({ place, shared, tier }: MessageProps): ReactElement {
  const replaced = place.stage === 'sent' ? place.acknowledged : place.stage === 'waiting' ? place.replaces : undefined
  return <WireMessage place={place} tier={tier} values={encodeValues(shared)} replaces={replaced?.version ?? place.elsewhere?.[0]} />
}

type WaysProps = { readonly onYes: () => void; readonly onLater: () => void; readonly onNo: (() => void) | undefined }

function WaysOn({ onYes, onLater, onNo }: WaysProps): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <div className="row">
      <button className="ds-button" type="button" onClick={onYes}>
        <PaperplaneIcon />
        <span>{onNo === undefined ? t('offer.yesChange') : t('offer.yes')}</span>
      </button>
      <button className="ds-button" type="button" data-variant="secondary" onClick={onLater}>
        {onNo === undefined ? t('offer.noChange') : t('offer.later')}
      </button>
      {onNo !== undefined && (
        <button className="ds-button" type="button" data-variant="secondary" onClick={onNo}>
          {t('offer.no')}
        </button>
      )}
    </div>
  )
}
