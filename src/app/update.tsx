import { type ReactElement, useState, useSyncExternalStore } from 'react'
import { useTranslation } from '../i18n/react.ts'
import { type Update, applyUpdate, currentUpdate, watchUpdate } from '../platform/updates.ts'
import { ArrowsCirclepathIcon } from '../ui/icons/first-icons.ts'

export function useUpdate(): Update {
  return useSyncExternalStore(watchUpdate, currentUpdate)
}

/** Stands there alone until the newer Peil starts: what was begun meanwhile would be cut off. */
export function Updating(): ReactElement {
  const { t } = useTranslation()
  return (
    <p className="waiting soft" role="status">
      {t('frame.update.under-way')}
    </p>
  )
}

/** Offers a newer Peil. It stands on ordinary pages only: nobody is disturbed in the middle of a question. */
export function UpdatePrompt(): ReactElement | null {
  const { t } = useTranslation()
  const { waiting } = useUpdate()
  const [later, setLater] = useState(false)
  if (!waiting || later) return null
  return (
    <section className="note noprint" aria-labelledby="update">
      <ArrowsCirclepathIcon />
      <h2 id="update" className="t-sub">
        {t('frame.update.title')}
      </h2>
      <p className="t-small">{t('frame.update.body')}</p>
      <div className="row">
        <button className="ds-button" type="button" data-size="sm" onClick={() => void applyUpdate()}>
          {t('frame.update.now')}
        </button>
        <button
          className="ds-button"
          type="button"
          data-variant="tertiary"
          data-size="sm"
          onClick={() => {
            setLater(true)
          }}
        >
          {t('frame.update.later')}
        </button>
      </div>
    </section>
  )
}
