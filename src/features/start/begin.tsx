import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, type SubmitEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Module, type Sector, type Tier, modulesFor, sectors, tiers, usualModules } from '../../domain/instrument/instrument.ts'
import type { Device } from '../../storage/device.ts'
import { modulesAsked } from '../../storage/rounds.ts'
import { Alert } from '../../ui/alert.tsx'
import { ArrowRightIcon } from '../../ui/icons/first-icons.ts'
import { PickOne } from '../../ui/picks.tsx'
import { useOnce } from '../../ui/use-once.ts'
import { PartsChoice } from './parts-choice.tsx'

/** What the questions page is asked for. Without `parts` it takes the usual ones and those of the person's round. */
function addressFor(sector: Sector, role: Tier, parts: readonly Module[] | undefined): string {
  const asked = new URLSearchParams({ sector, role, ...(parts && { deler: parts.join(' ') }) })
  return `/kartlegging/ny?${asked.toString()}`
}

/** The words of a sector's questions are on their way while the person reads on. */
function usePackOf(sector: Sector | undefined): void {
  const { i18n } = useTranslation()
  useEffect(() => {
    if (sector !== undefined) void i18n.loadNamespaces(`${sector}.1`)
  }, [i18n, sector])
}

/** Where, as whom, and which parts: three taps to the questions. */
export function Begin({ device }: { readonly device: Device }): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const go = useOnce((to: string) => void navigate(to))
  const [sector, setSector] = useState<Sector>()
  const [tier, setTier] = useState<Tier>()
  const [parts, setParts] = useState<readonly Module[]>()
  const [tried, setTried] = useState(false)
  const chooseTier = (chosen: Tier): void => {
    setTier(chosen)
    // What this role is usually asked was never turned down.
    setParts((before) => before && modulesFor(chosen).filter((part) => [...before, ...usualModules(chosen)].includes(part)))
  }
  const asked = useLiveQuery(() => (sector ? modulesAsked(device.database, sector) : []), [device, sector])
  usePackOf(sector)

  const begin = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (sector === undefined || tier === undefined) return
    // Now there will be something to keep, and the person has shown that they want it.
    void device.keepStorage()
    go(addressFor(sector, tier, parts))
  }

  return (
    <form className="begin" onSubmit={begin} noValidate>
      <PickOne
        legend={t('start.choose.title')}
        name="sector"
        picks={sectors.map((value) => ({ value, name: t(`sectors.${value}`) }))}
        value={sector}
        onChange={setSector}
        abreast
      />
      {sector && (
        <PickOne
          legend={t('start.choose.roleTitle')}
          name="role"
          picks={tiers.map((value) => ({ value, name: t(`roles.${sector}.${value}.name`), about: t(`roles.${sector}.${value}.about`) }))}
          value={tier}
          onChange={chooseTier}
        />
      )}
      {sector && tier && asked && <PartsChoice sector={sector} tier={tier} asked={asked} value={parts} onChange={setParts} />}
      {tried && sector === undefined && <Alert>{t('start.choose.missingSector')}</Alert>}
      {tried && sector !== undefined && tier === undefined && <Alert>{t('start.choose.missing')}</Alert>}
      <div className="row begin__go">
        <button className="ds-button" type="submit">
          <span>{t('start.choose.go')}</span>
          <ArrowRightIcon />
        </button>
      </div>
    </form>
  )
}
