import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { leads } from '../../domain/instrument/instrument.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import { unitIn } from '../../sync/unit-in.ts'
import type { Contributing, TypedSlip } from '../../sync/contributing.ts'
import type { StoreRefusal } from '../../sync/ports.ts'
import { Alert } from '../../ui/alert.tsx'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { CloudSlashIcon } from '../../ui/icons/later-icons.ts'
import { LeaderNote } from './place-held.tsx'
import { RoundFacts } from './round-facts.tsx'
import { useRound } from './use-round.ts'
import { isLeadersUnit } from './words.ts'

type Props = {
  readonly slip: TypedSlip
  readonly contributing: Contributing
  readonly answered: Assessment | undefined
  readonly alreadyHere: boolean
}

/** What the slip is for, before anything is done with it. */
export function SlipView({ slip, contributing, answered, alreadyHere }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const { reading, again } = useRound(contributing, slip.round)
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('slip.title')}</h1>
        <p className="t-lead">{t('slip.lead')}</p>
      </div>
      {reading.kind === 'reading' && (
        <p className="soft" role="status">
          {t('slip.loading')}
        </p>
      )}
      {reading.kind === 'read' && (
        <Readable known={reading.known} slip={slip} contributing={contributing} answered={answered} alreadyHere={alreadyHere} />
      )}
      {reading.kind === 'refused' && reading.refusal.kind === 'unreachable' && (
        <>
          <Offline />
          <JoinButton slip={slip} contributing={contributing} label={t('slip.keep')} />
        </>
      )}
      {reading.kind === 'refused' && reading.refusal.kind !== 'unreachable' && <Alert>{t(`roundRefusal.${reading.refusal.kind}`)}</Alert>}
      {reading.kind === 'refused' && (
        <div className="row">
          <button className="ds-button" data-variant="secondary" type="button" onClick={again}>
            {t('slip.again')}
          </button>
        </div>
      )}
    </>
  )
}

function Readable({ known, slip, contributing, answered, alreadyHere }: Props & { readonly known: KnownRound }): ReactElement {
  const { t } = useTranslation('contribute')
  const unit = unitIn(known, slip.unit)
  if (unit === undefined)
    return <Alert>{`${t('status.place.unit-not-in-round.title')}. ${t('status.place.unit-not-in-round.body')}`}</Alert>
  if (answered !== undefined && leads(answered.tier) && !isLeadersUnit(unit)) return <LeaderNote known={known} unit={unit} />
  if (known.document.state === 'released') return <Alert>{t('round.closed')}</Alert>
  return (
    <>
      <RoundFacts known={known} unit={unit} />
      <section className="note" aria-labelledby="what-is-sent">
        <InformationIcon />
        <h2 id="what-is-sent" className="t-sub">
          {t('slip.sent.title')}
        </h2>
        <p className="t-small">{t('slip.sent.body')}</p>
        {alreadyHere && <p className="t-small">{t('slip.alreadyHere')}</p>}
      </section>
      <JoinButton slip={slip} contributing={contributing} label={t('slip.join')} />
    </>
  )
}

function Offline(): ReactElement {
  const { t } = useTranslation('contribute')
  return (
    <section className="note note--land" role="status">
      <CloudSlashIcon />
      <h2 className="t-sub">{t('slip.offline.title')}</h2>
      <p className="t-small">{t('slip.offline.body')}</p>
    </section>
  )
}

type ButtonProps = { readonly slip: TypedSlip; readonly contributing: Contributing; readonly label: string }

function JoinButton({ slip, contributing, label }: ButtonProps): ReactElement {
  const { t } = useTranslation('contribute')
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<StoreRefusal>()
  const join = async (): Promise<void> => {
    setBusy(true)
    const joined = await contributing.join(slip)
    setBusy(false)
    if (joined.ok) await navigate(`/bidra?plass=${joined.value}`, { replace: true })
    else setRefusal(joined.error)
  }
  return (
    <div className="stack">
      {refusal !== undefined && <Alert>{t(`roundRefusal.${refusal.kind}`)}</Alert>}
      <div className="row">
        <button className="ds-button" type="button" disabled={busy} onClick={() => void join()}>
          {busy ? t('slip.wait') : label}
        </button>
      </div>
    </div>
  )
}
