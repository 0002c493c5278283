import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participation } from '../../protocol/participation.ts'
import type { Device } from '../../storage/device.ts'
import type { ContributeRefusal } from '../../sync/contribute.ts'
import type { Contributing } from '../../sync/contributing.ts'
import { statusOf } from '../../sync/status.ts'
import { Alert } from '../../ui/alert.tsx'
import { useNewView } from '../../ui/use-new-view.ts'
import { Offer } from './offer.tsx'
import { OtherQuestions, QuestionsMissing } from './other-questions.tsx'
import { LeaderElsewhere, PlaceHeld } from './place-held.tsx'
import { type Offerable, viewOf } from './place-view.ts'
import { StatusPage } from './status-page.tsx'
import type { Stored } from './stored.ts'
import { useOnline } from './use-online.ts'
import { sectorOf } from './words.ts'

type Props = {
  readonly device: Device
  readonly contributing: Contributing
  readonly stored: Stored
  readonly participation: Participation
}

export function Place({ device, contributing, stored, participation }: Props): ReactElement {
  const online = useOnline(device)
  const [sees, setSees] = useState(false)
  const view = viewOf(stored, participation, sees)
  useNewView(view.kind)
  switch (view.kind) {
    case 'held':
      return <PlaceHeld {...view} isAnswering={stored.current?.sector === sectorOf(view.unit)} />
    case 'leader':
      return <LeaderElsewhere known={view.known} unit={view.unit} />
    case 'other-questions':
      return <OtherQuestions {...view} place={participation.id} />
    case 'not-fetched':
      return <QuestionsMissing device={device} />
    case 'offer':
      return <Offering offer={view.offer} contributing={contributing} onClose={() => setSees(false)} />
    case 'status':
      return (
        <StatusPage
          participation={participation}
          known={view.known}
          status={statusOf(participation, view.known, { now: device.now(), online })}
          contributing={contributing}
          person={device.person}
          onSee={view.canSee ? () => setSees(true) : undefined}
        />
      )
  }
}

type OfferingProps = { readonly offer: Offerable; readonly contributing: Contributing; readonly onClose: () => void }

/** The offer with what its three ways on do. While a contribution is changed there are two: the change, and the way back. */
function Offering({ offer, contributing, onClose }: OfferingProps): ReactElement {
  const { t } = useTranslation(['contribute', 'app'])
  const [refusal, setRefusal] = useState<ContributeRefusal>()
  const { id, stage, elsewhere } = offer.place
  const isFirst = stage === 'joined' && elsewhere === undefined
  const close = async (work: ReturnType<Contributing['withdraw']>): Promise<void> => {
    const done = await work
    setRefusal(done.ok ? undefined : done.error)
    if (done.ok) onClose()
  }
  return (
    <>
      <Offer
        {...offer}
        onYes={(answers) => void close(contributing.contribute(id, answers))}
        onLater={isFirst ? () => void close(contributing.putOff(id, 'later')) : onClose}
        onNo={isFirst ? () => void close(contributing.putOff(id, 'no')) : undefined}
      />
      {refusal !== undefined && <Alert>{refusal.kind === 'not-now' ? t('status.not-now') : t(`app:refusals.${refusal.kind}`)}</Alert>}
    </>
  )
}
