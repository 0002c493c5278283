import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Device } from '../../storage/device.ts'
import { liesOpen, lookAtSharing } from '../../storage/sharing.ts'

/** Nobody has said how the device is used, and nothing of anybody's lies here. */
async function isUntouched({ database, person }: Device): Promise<boolean> {
  if (person !== undefined) return false
  const [{ device }, open] = await Promise.all([lookAtSharing(database), liesOpen(database)])
  return device === undefined && !open
}

/** One quiet line on a first visit: a device that many use should not begin as one person's. */
export function SharingLine({ device }: { readonly device: Device }): ReactElement | null {
  const { t } = useTranslation('shared-device')
  const untouched = useLiveQuery(() => isUntouched(device), [device])
  if (!untouched) return null
  return (
    <p className="t-small soft">
      {t('line.ask')}{' '}
      <Link className="start__link" to="/mine-data/deling">
        {t('line.go')}
      </Link>
    </p>
  )
}
