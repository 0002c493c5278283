import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from './door-page.tsx'

type Calls = { readonly onWarn: () => void; readonly onActive: () => void; readonly onIdle: () => void }
type Limits = { readonly warnAfter: number; readonly lockAfter: number; readonly hiddenAfter: number }

type Props = {
  readonly person: Entry['person']
  readonly watchIdle: (limits: Limits, calls: Calls) => () => void
  readonly onLock: () => void
}

const limits: Limits = { warnAfter: 95_000, lockAfter: 120_000, hiddenAfter: 60_000 }

/** Who is in, the way out, and a word before Peil locks by itself. */
export function Presence({ person, watchIdle, onLock }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const [isWarning, setIsWarning] = useState(false)
  useEffect(
    () =>
      watchIdle(limits, {
        onWarn: () => {
          setIsWarning(true)
        },
        onActive: () => {
          setIsWarning(false)
        },
        onIdle: onLock,
      }),
    [watchIdle, onLock],
  )
  return (
    <aside className="presence">
      <span>{person.nickname}</span>
      <button type="button" onClick={onLock}>
        {t('presence.lock')}
      </button>
      {isWarning && <p role="alert">{t('presence.soon')}</p>}
    </aside>
  )
}
