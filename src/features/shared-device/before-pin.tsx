import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import { PersonGroupIcon } from '../../ui/icons/later-icons.ts'

/** What somebody must know before they choose a PIN. */
export function BeforePin({ alone = false }: { readonly alone?: boolean }): ReactElement {
  const { t } = useTranslation('shared-device')
  return (
    <>
      <div className="note note--land">
        <PadlockLockedIcon />
        <strong>{t('before.title')}</strong>
        <p className="t-small">{t('before.forgotten')}</p>
      </div>
      {!alone && (
        <div className="note note--plain">
          <PersonGroupIcon />
          <strong>{t('before.seenTitle')}</strong>
          <p className="t-small">{t('before.seen')}</p>
        </div>
      )}
    </>
  )
}
