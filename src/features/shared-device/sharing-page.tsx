import './shared-device.css'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Device } from '../../storage/device.ts'
import type { DeviceUse } from '../../storage/settings.ts'
import { type Sharing, lookAtSharing } from '../../storage/sharing.ts'
import { ArrowLeftIcon } from '../../ui/icons/first-icons.ts'
import { PickOne } from '../../ui/picks.tsx'
import { BackToOwn } from './back-to-own.tsx'
import { ChangePin } from './change-pin.tsx'
import { RemovePin } from './remove-pin.tsx'
import { SetPin } from './set-pin.tsx'
import { ShareDevice } from './share-device.tsx'

/** Something new stands before the pages: Peil begins anew. `isOthers`: another tab was first to put it there. */
export type Guard = (isOthers?: boolean) => void

type Props = {
  readonly device: Device
  /** What nobody has to unlock: who has a place here. */
  readonly plain: PeilDatabase
  readonly onGuard: Guard
}

const uses = ['own', 'shared'] as const satisfies readonly DeviceUse[]

/** One person's device, or several people's. */
export function SharingPage({ device, plain, onGuard }: Props): ReactElement | null {
  const { t } = useTranslation('shared-device')
  const sharing = useLiveQuery(() => lookAtSharing(plain), [plain])
  const [wanted, setWanted] = useState<DeviceUse>()
  if (sharing === undefined) return null
  const present: DeviceUse = sharing.isShared ? 'shared' : 'own'
  const use = wanted ?? present
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('sharing.title')}</h1>
        <p className="t-lead">{t('sharing.lead')}</p>
      </div>
      <PickOne
        legend={t('sharing.legend')}
        name="use"
        picks={uses.map((value) => ({ value, name: t(`sharing.${value}`), about: t(`sharing.${value}About`) }))}
        value={use}
        onChange={setWanted}
      />
      <Chosen key={use} use={use} sharing={sharing} {...{ device, plain, onGuard }} />
      <Link className="link" to="/mine-data">
        <ArrowLeftIcon small />
        {t('sharing.back')}
      </Link>
    </>
  )
}

type ChosenProps = Props & { readonly use: DeviceUse; readonly sharing: Sharing }

/** What belongs to the use somebody has chosen, or what it takes to get there. */
function Chosen({ use, sharing, ...props }: ChosenProps): ReactElement | null {
  const { device, plain } = props
  const { person } = device
  if (use === 'shared' && !sharing.isShared) return <ShareDevice {...props} sharing={sharing} />
  if (use === 'own' && sharing.isShared) return <BackToOwn {...props} sharing={sharing} />
  if (person === undefined) return sharing.isShared ? null : <SetPin {...props} />
  if (person.isGuest) return null
  const own = { id: person.id, now: device.now, plain }
  return (
    <>
      <ChangePin {...own} />
      {use === 'own' && <RemovePin {...own} onRemoved={props.onGuard} />}
    </>
  )
}
