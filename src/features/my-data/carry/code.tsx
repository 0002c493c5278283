import './carry.css'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { wholeDate } from '../../../i18n/dates.ts'
import { latestAsLink } from '../../../storage/carry.ts'
import type { Device } from '../../../storage/device.ts'
import { QrCode } from '../../../ui/qr-code.tsx'

/** The latest result as a code, for the person's own telephone. */
export function Code({ device }: { readonly device: Device }): ReactElement | null {
  const { t, i18n } = useTranslation('carry')
  const found = useLiveQuery(() => latestAsLink(device.database, device.origin), [device])
  if (found === undefined) return null
  if (found === 'none') return <p>{t('code.none')}</p>
  if (!found.link.ok) return <p>{t('code.tooLarge')}</p>
  const date = wholeDate(found.finishedAt, i18n.language)
  return (
    <>
      <QrCode text={found.link.value} label={t('code.label', { date })} />
      <ol className="stack-s carry__steps">
        <li>{t('code.scan')}</li>
        <li>{t('code.keep')}</li>
      </ol>
      <p className="t-small soft">{t('code.seen')}</p>
    </>
  )
}
