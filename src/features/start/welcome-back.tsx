import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Assessment, answeredCount } from '../../domain/assessment/assessment.ts'
import { instrumentFor } from '../../instruments/packs.ts'
import { ChevronDownIcon } from '../../ui/icons/first-icons.ts'
import { BeforeStart } from './before-start.tsx'
import { Begin } from './begin.tsx'
import { Hero } from './hero.tsx'
import type { StartProps, Stored } from './page.tsx'
import { PrivacyLine } from './privacy-line.tsx'
import { SlipCard } from './slip-card.tsx'
import { Tiles } from './tiles.tsx'

type Props = StartProps & { readonly stored: Stored; readonly current: Assessment }

export function WelcomeBack({ device, stored, current }: Props): ReactElement {
  const { t } = useTranslation()
  const instrument = stored.packs && instrumentFor(current, stored.packs)
  const open = current.finishedAt === undefined
  const begun = instrument === undefined || answeredCount(current, instrument) > 2
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('start.back.title')}</h1>
        <p className="t-lead">{open ? (begun ? t('start.back.leadOpen') : t('start.back.leadNew')) : t('start.back.leadDone')}</p>
      </div>
      <BeforeStart device={device} />
      {open && (instrument ? <Hero assessment={current} instrument={instrument} /> : <GoOn />)}
      <Tiles stored={stored} />
      <SlipCard database={device.database} slips={stored.slips} />
      {!open && <Anew device={device} />}
      <PrivacyLine />
    </>
  )
}

/** Where its questions are not on the device: the questions page says why. */
function GoOn(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="row">
      <Link className="ds-button" to="/kartlegging">
        {t('start.hero.continue')}
      </Link>
    </div>
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
