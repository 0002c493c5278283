import { type ReactElement, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Sector, type Tier, sectors } from '../../domain/instrument/instrument.ts'
import { corePacks } from '../../instruments/packs.ts'
import type { Device } from '../../storage/device.ts'
import { Alert } from '../../ui/alert.tsx'
import { ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { useOnce } from '../../ui/use-once.ts'
import { RoleChoice } from './role-choice.tsx'
import { SectorChoice } from './sector-choice.tsx'

const ready = sectors.filter((sector) => corePacks[sector] !== undefined)

/** Sector and role on one screen. A sector that is alone is already chosen: role, start, and the questions are there. */
export function Begin({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const go = useOnce((to: string) => void navigate(to))
  const [sector, setSector] = useState<Sector | undefined>(ready.length === 1 ? ready[0] : undefined)
  const [tier, setTier] = useState<Tier>()
  const [missing, setMissing] = useState(false)

  const begin = (event: SubmitEvent): void => {
    event.preventDefault()
    setMissing(sector === undefined || tier === undefined)
    if (sector === undefined || tier === undefined) return
    // Now there will be something to keep, and the person has shown that they want it.
    void device.keepStorage()
    go(`/kartlegging/ny?${new URLSearchParams({ sector, role: tier }).toString()}`)
  }

  return (
    <form className="begin" onSubmit={begin} noValidate>
      <SectorChoice ready={ready} value={sector} onChange={setSector} />
      {sector === 'barnehage' && <RoleChoice sector={sector} value={tier} onChange={setTier} />}
      {missing && <Alert>{t('start.choose.missing')}</Alert>}
      <div className="row begin__go">
        <button className="ds-button" type="submit">
          <span>{t('start.choose.go')}</span>
          <ArrowRightIcon />
        </button>
      </div>
    </form>
  )
}
