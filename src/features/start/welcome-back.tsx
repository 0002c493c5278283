import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assessment, answeredCount } from '../../domain/assessment/assessment.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import { Begin } from './begin.tsx'
import { Hero } from './hero.tsx'
import { InstallHelp } from './install-help.tsx'
import type { StartProps, Stored } from './page.tsx'
import { PrivacyLine } from './privacy-line.tsx'
import { SlipCard } from './slip-card.tsx'
import { Tiles } from './tiles.tsx'

type Props = StartProps & { readonly stored: Stored; readonly current: Assessment }

export function WelcomeBack({ device, explainsInstall, stored, current }: Props): ReactElement {
  const { t } = useTranslation()
  const instrument = instrumentFor(current)
  const open = current.finishedAt === undefined
  const begun = answeredCount(current, instrument) > 2
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('start.back.title')}</h1>
        <p className="t-lead">{open ? (begun ? t('start.back.leadOpen') : t('start.back.leadNew')) : t('start.back.leadDone')}</p>
      </div>
      {explainsInstall && <InstallHelp device={device} />}
      {open && <Hero assessment={current} instrument={instrument} />}
      <Tiles stored={stored} />
      <SlipCard database={device.database} slips={stored.slips} />
      {!open && <Anew device={device} />}
      <PrivacyLine />
    </>
  )
}

function Anew({ device }: Pick<StartProps, 'device'>): ReactElement {
  const { t } = useTranslation()
  return (
    <details className="fold">
      <summary>
        <span>{t('start.choose.anew')}</span>
        <ChevronDownIcon />
      </summary>
      <Begin device={device} />
    </details>
  )
}
