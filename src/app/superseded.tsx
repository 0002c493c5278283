import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from '../i18n/react.ts'
import type { Device } from '../storage/device.ts'
import { ArrowsCirclepathIcon } from '../ui/icons/first-icons.ts'

/** Said over every page, also in the middle of a question: a newer Peil in another tab has the database now. */
export function Superseded({ device: { database, reload } }: { readonly device: Device }): ReactElement | null {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    void database.superseded.then(() => {
      setOver(true)
    })
  }, [database])
  if (!isOver) return null
  return (
    <div className="superseded note note--land noprint" role="alert">
      <ArrowsCirclepathIcon />
      <p>{t('frame.update.stopped')}</p>
      <div>
        <button className="ds-button" type="button" data-size="sm" onClick={reload}>
          {t('frame.update.reload')}
        </button>
      </div>
    </div>
  )
}
