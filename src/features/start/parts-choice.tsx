import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Module,
  type Sector,
  type Tier,
  minutesFor,
  moduleForAll,
  modulesFor,
  usualModules,
} from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { modulePacks } from '../../instruments/packs.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import { PickMany } from '../../ui/picks.tsx'

type Props = {
  readonly sector: Sector
  readonly tier: Tier
  /** What the person's round asks for. */
  readonly asked: readonly Module[]
  readonly value: readonly Module[] | undefined
  readonly onChange: (parts: readonly Module[]) => void
}

/** Parts besides the areas and privacy, which everyone is asked. Folded away: most people begin without more. */
export function PartsChoice({ sector, tier, asked, value, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const content = useContent()
  const open = modulesFor(tier).filter((module) => module !== moduleForAll)
  const chosen = value ?? [...usualModules(tier), ...asked]
  const minutes = (module: Module): string => {
    const count = minutesFor(modulePacks[module].parts.flatMap(({ items }) => items).length)
    return t('start.parts.minutes', { count, minutes: t(`numbers.${count}`, { defaultValue: String(count) }) })
  }
  return (
    <details className="fold">
      <summary>
        <span>{t('start.parts.title')}</span>
        <ChevronDownIcon />
      </summary>
      {asked.some((module) => open.includes(module)) && <p className="t-small">{t('start.parts.asked')}</p>}
      <PickMany
        legend={t('start.parts.legend')}
        name="parts"
        picks={open.map((module) => {
          const { name, about } = content.dimension(sector, module)
          return { value: module, name, about: `${about} ${minutes(module)}` }
        })}
        values={chosen.filter((module) => open.includes(module))}
        onChange={(picked) => {
          onChange([moduleForAll, ...open.filter((module) => picked.includes(module))])
        }}
      />
    </details>
  )
}
