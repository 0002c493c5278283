import { type ReactElement, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Sector, type Tier, sectors } from '../../domain/instrument/instrument.ts'
import { corePacks, instrumentFor } from '../../instruments/packs.ts'
import { startOrResume } from '../../storage/assessments.ts'
import type { Device } from '../../storage/device.ts'
import { Alert } from '../../ui/alert.tsx'
import { ArrowRightIcon } from '../../ui/icons.tsx'
import { RoleChoice } from './role-choice.tsx'
import { SectorChoice } from './sector-choice.tsx'

const ready = sectors.filter((sector) => corePacks[sector] !== undefined)

type Problem = 'role-missing' | 'storage-full' | 'storage-unavailable'

/** Sector and role on one screen. A sector that is alone is already chosen: role, start, and the first question is there. */
export function Begin({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [sector, setSector] = useState<Sector | undefined>(ready.length === 1 ? ready[0] : undefined)
  const [tier, setTier] = useState<Tier>()
  const [problem, setProblem] = useState<Problem>()

  const begin = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const refused = sector === undefined || tier === undefined ? 'role-missing' : await start(device, sector, tier)
    setProblem(refused)
    if (refused === undefined) await navigate('/kartlegging')
  }

  return (
    <form className="begin" onSubmit={(event) => void begin(event)} noValidate>
      <SectorChoice ready={ready} value={sector} onChange={setSector} />
      {sector === 'barnehage' && <RoleChoice sector={sector} value={tier} onChange={setTier} />}
      {problem !== undefined && <Alert>{problem === 'role-missing' ? t('start.choose.missing') : t(`refusals.${problem}`)}</Alert>}
      <div className="row begin__go">
        <button className="ds-button" type="submit">
          <span>{t('start.choose.go')}</span>
          <ArrowRightIcon />
        </button>
      </div>
    </form>
  )
}

/** The browser is asked to keep things only when there is something to keep. */
async function start(device: Device, sector: Sector, tier: Tier): Promise<Problem | undefined> {
  const instrument = instrumentFor(sector)
  if (instrument === undefined) return 'role-missing'
  const started = await startOrResume(device.database, { instrument, tier, id: device.newId(), now: device.now(), replace: true })
  if (!started.ok) return started.error.kind === 'other-under-way' ? undefined : started.error.kind
  void device.keepStorage()
  return undefined
}
