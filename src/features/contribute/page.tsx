import './contribute.css'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { instrumentFor } from '../../instruments/packs.ts'
import { unitIn } from '../../protocol/known-round.ts'
import type { Participation } from '../../protocol/participation.ts'
import type { Device } from '../../storage/device.ts'
import type { ContributeRefusal } from '../../sync/contribute.ts'
import type { Contributing } from '../../sync/contributing.ts'
import { statusOf } from '../../sync/status.ts'
import { Alert } from '../../ui/alert.tsx'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import { Join } from './join.tsx'
import { Offer } from './offer.tsx'
import { LeaderElsewhere, PlaceHeld } from './place-held.tsx'
import { useStatusWords } from './status-card.tsx'
import { StatusPage } from './status-page.tsx'
import { type Stored, look, openRound, roundOf } from './stored.ts'
import { useOnline } from './use-online.ts'
import { isLeader, isLeadersUnit, sectorOf, useRoundWords } from './words.ts'

type Props = { readonly device: Device; readonly contributing: Contributing }
type PlaceProps = Props & { readonly stored: Stored; readonly participation: Participation }

/** The round a person takes part in: from the slip to the unit's figures. */
export function ContributePage({ device, contributing }: Props): ReactElement | null {
  const stored = useLiveQuery(() => look(device.database), [device])
  const [search] = useSearchParams()
  if (stored === undefined) return null
  const { participations } = stored
  const shown = participations.find(({ id }) => id === search.get('plass')) ?? participations[0]
  const enter = <Join origin={device.origin} contributing={contributing} participations={participations} knownRound={openRound(stored)} />
  if (shown === undefined) return enter
  const others = participations.filter((each) => each !== shown)
  return (
    <>
      <Place key={shown.id} device={device} contributing={contributing} stored={stored} participation={shown} />
      {others.length > 0 && <Others device={device} stored={stored} others={others} />}
      <Another device={device} contributing={contributing} stored={stored} />
    </>
  )
}

function Another({ device, contributing, stored }: Props & { readonly stored: Stored }): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <details className="fold">
      <summary>
        <span>{t('join.another')}</span>
        <ChevronDownIcon small />
      </summary>
      <Join
        origin={device.origin}
        contributing={contributing}
        participations={stored.participations}
        knownRound={openRound(stored)}
        isBelow
      />
    </details>
  )
}

/** What one participation needs from the person now. */
function Place({ device, contributing, stored, participation }: PlaceProps): ReactElement {
  const { t } = useTranslation(['contribute', 'app'])
  const online = useOnline(device)
  const [seeing, setSeeing] = useState(false)
  const [refusal, setRefusal] = useState<ContributeRefusal>()
  const known = roundOf(stored, participation)
  const unit = unitIn(known, participation.unit)
  const status = statusOf(participation, known, { now: device.now(), online })
  const assessment = unit && stored.finished.find(({ sector }) => sector === sectorOf(unit))
  const instrument = assessment && instrumentFor(assessment.sector)
  const isPlace = participation.stage === 'joined' || participation.stage === 'waiting' || participation.stage === 'sent'
  const isOpen = isPlace && known?.document.state !== 'released'

  if (isOpen && known && unit && (!assessment || !instrument) && participation.stage === 'joined') {
    return <PlaceHeld known={known} unit={unit} isAnswering={stored.isAnswering} hasOtherSector={stored.finished.length > 0} />
  }
  if (participation.stage === 'joined' && known && unit && assessment && isLeader(assessment.tier) && !isLeadersUnit(unit)) {
    return <LeaderElsewhere known={known} unit={unit} />
  }
  const canSee = isOpen && known !== undefined && unit !== undefined && assessment !== undefined && instrument !== undefined
  const undecided = participation.stage === 'joined' && participation.choice === undefined
  if (canSee && (undecided || seeing)) {
    const { id } = participation
    const close = async (work: ReturnType<Contributing['withdraw']>): Promise<void> => {
      const done = await work
      setRefusal(done.ok ? undefined : done.error)
      if (done.ok) setSeeing(false)
    }
    const isFirst = participation.stage === 'joined'
    return (
      <>
        <Offer
          place={participation}
          known={known}
          unit={unit}
          assessment={assessment}
          instrument={instrument}
          onYes={(answers) => void close(contributing.contribute(id, answers))}
          onLater={() => {
            if (isFirst) void close(contributing.putOff(id, 'later'))
            else setSeeing(false)
          }}
          onNo={isFirst ? () => void close(contributing.putOff(id, 'no')) : undefined}
        />
        {refusal !== undefined && <Alert>{refusal.kind === 'not-now' ? t('status.not-now') : t(`app:refusals.${refusal.kind}`)}</Alert>}
      </>
    )
  }
  return (
    <StatusPage
      participation={participation}
      known={known}
      status={status}
      contributing={contributing}
      onSee={canSee ? () => setSeeing(true) : undefined}
    />
  )
}

type OthersProps = { readonly device: Device; readonly stored: Stored; readonly others: readonly Participation[] }

function Others({ device, stored, others }: OthersProps): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <section className="stack-s" aria-labelledby="others">
      <h2 id="others" className="t-sub">
        {t('status.others')}
      </h2>
      <ul className="settings">
        {others.map((participation) => (
          <Other key={participation.id} device={device} stored={stored} participation={participation} />
        ))}
      </ul>
    </section>
  )
}

function Other({ device, stored, participation }: Omit<PlaceProps, 'contributing'>): ReactElement {
  const { t } = useTranslation('contribute')
  const online = useOnline(device)
  const known = roundOf(stored, participation)
  const words = useRoundWords()
  const round = known && words(known, unitIn(known, participation.unit))
  const status = statusOf(participation, known, { now: device.now(), online })
  const { title } = useStatusWords(participation, status, round?.date ?? '')
  return (
    <li className="other-place">
      <div>
        <strong>{title}</strong>
        <p>{round === undefined ? t('status.leadUnknown') : `${round.unit}, ${round.round}`}</p>
      </div>
      <Link className="ds-button" data-variant="secondary" data-size="sm" to={`/bidra?plass=${participation.id}`}>
        {t('status.open')}
      </Link>
    </li>
  )
}
