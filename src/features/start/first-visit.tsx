import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockIcon, HikingTrailSignIcon, PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import type { Icon } from '../../ui/icons/line-icon.tsx'
import { BeforeStart } from './before-start.tsx'
import { Begin } from './begin.tsx'
import type { StartProps, Stored } from './page.tsx'
import { PrivacyLine } from './privacy-line.tsx'
import { SlipCard } from './slip-card.tsx'

const points = [
  { key: 'private', Icon: PadlockLockedIcon },
  { key: 'short', Icon: ClockIcon },
  { key: 'step', Icon: HikingTrailSignIcon },
] as const satisfies readonly { key: string; Icon: Icon }[]

export function FirstVisit({ device, slips }: StartProps & Pick<Stored, 'slips'>): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('start.first.title')}</h1>
        <p className="t-lead">{t('start.first.lead')}</p>
      </div>
      <BeforeStart device={device} />
      <Begin device={device} />
      <ul className="points">
        {points.map(({ key, Icon }) => (
          <li key={key}>
            <Icon />
            <div>
              <strong>{t(`start.first.points.${key}.title`)}</strong>
              <p>{t(`start.first.points.${key}.body`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <SlipCard database={device.database} slips={slips} />
      <PrivacyLine />
    </>
  )
}
