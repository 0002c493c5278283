import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KnownRound } from '../../protocol/known-round.ts'
import { unitIn } from '../../sync/unit-in.ts'
import type { Participation } from '../../protocol/participation.ts'
import type { ContributeRefusal } from '../../sync/contribute.ts'
import type { Contributing } from '../../sync/contributing.ts'
import type { Inside } from '../../storage/device.ts'
import type { Status } from '../../sync/status.ts'
import { Alert } from '../../ui/alert.tsx'
import { StatusCard } from './status-card.tsx'
import { UnitResultView } from './unit-result.tsx'
import { useRoundWords } from './words.ts'

type Props = {
  readonly participation: Participation
  readonly known: KnownRound | undefined
  readonly status: Status
  readonly contributing: Contributing
  /** Whoever has unlocked what is theirs. */
  readonly person: Inside | undefined
  /** Opens what would be sent; left out where there is nothing to show yet. */
  readonly onSee: (() => void) | undefined
}

/** Where a participation stands, and what can be done about it. */
export function StatusPage({ participation, known, status, contributing, person, onSee }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const roundWords = useRoundWords()
  const unit = unitIn(known, participation.unit)
  const words = known && roundWords(known, unit)
  const lead = known?.document.state === 'open' ? 'lead' : 'leadClosed'
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('status.title')}</h1>
        <p className="t-lead">{words === undefined ? t('status.leadUnknown') : t(`status.${lead}`, words)}</p>
      </div>
      <StatusCard participation={participation} status={status} date={words?.date ?? ''}>
        {person && participation.stage === 'waiting' && <p>{t(person.isGuest ? 'status.waitsForGuest' : 'status.waitsInside')}</p>}
        <Actions participation={participation} status={status} contributing={contributing} onSee={onSee} />
      </StatusCard>
      {known?.document.state === 'released' && unit !== undefined && (
        <UnitResultView key={participation.id} known={known} unit={unit} contributing={contributing} />
      )}
    </>
  )
}

function Actions({ participation, status, contributing, onSee }: Omit<Props, 'known' | 'person'>): ReactElement {
  const { t } = useTranslation(['contribute', 'app'])
  const [refusal, setRefusal] = useState<ContributeRefusal>()
  const run = async (work: ReturnType<Contributing['withdraw']>): Promise<void> => {
    const done = await work
    setRefusal(done.ok ? undefined : done.error)
  }
  const said = refusal && (refusal.kind === 'not-now' ? t('status.not-now') : t(`app:refusals.${refusal.kind}`))
  return (
    <>
      {said !== undefined && <Alert>{said}</Alert>}
      <div className="row">
        {status.kind === 'refused-place' || participation.stage === 'settled' ? (
          <OverButtons participation={participation} contributing={contributing} run={run} />
        ) : (
          <GoingButtons participation={participation} status={status} contributing={contributing} onSee={onSee} run={run} />
        )}
      </div>
    </>
  )
}

type Run = { readonly run: (work: ReturnType<Contributing['withdraw']>) => Promise<void> }
type OverProps = Pick<Props, 'participation' | 'contributing'> & Run

function OverButtons({ participation, contributing, run }: OverProps): ReactElement {
  const { t } = useTranslation('contribute')
  const { id, stage } = participation
  return (
    <>
      {stage === 'joining' && (
        <button className="ds-button" data-variant="secondary" data-size="sm" type="button" onClick={() => void contributing.tryAgain(id)}>
          {t('status.again')}
        </button>
      )}
      <button className="ds-button" data-variant="tertiary" data-size="sm" type="button" onClick={() => void run(contributing.discard(id))}>
        {stage === 'joining' ? t('status.discard') : t('status.discardOver')}
      </button>
    </>
  )
}

type GoingProps = Pick<Props, 'participation' | 'contributing' | 'onSee'> & {
  readonly status: Exclude<Status, { kind: 'refused-place' }>
} & Run

function GoingButtons({ participation, status, contributing, onSee, run }: GoingProps): ReactElement {
  const { t } = useTranslation('contribute')
  const { id, stage } = participation
  return (
    <>
      {stage === 'joining' && (
        <Link className="ds-button" data-variant="secondary" data-size="sm" to="/kartlegging">
          {t('status.answerMeanwhile')}
        </Link>
      )}
      {status.canHurry === true && (
        <>
          <button
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            type="button"
            onClick={() => void run(contributing.sendNow(id))}
          >
            {t('status.sendNow')}
          </button>
          <span className="t-small soft">{t('status.lessPrivate')}</span>
        </>
      )}
      {onSee !== undefined && (stage === 'joined' || status.canChange === true) && (
        <button className="ds-button" data-variant="secondary" data-size="sm" type="button" onClick={onSee}>
          {stage === 'joined' || status.kind === 'withdrawn' ? t('status.see') : t('status.change')}
        </button>
      )}
      {status.canWithdraw === true && (
        <button
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          type="button"
          onClick={() => void run(contributing.withdraw(id))}
        >
          {t('status.withdraw')}
        </button>
      )}
    </>
  )
}
