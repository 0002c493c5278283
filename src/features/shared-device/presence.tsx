import './shared-device.css'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Inside } from '../../storage/device.ts'
import { ClockIcon, PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import { LeaveIcon } from '../../ui/icons/later-icons.ts'
import { Face } from './face.tsx'
import { Modal } from './modal.tsx'
import { LockingSoon } from './locking-soon.tsx'

type Calls = { readonly onWarn: () => void; readonly onActive: () => void; readonly onIdle: () => void }
type Limits = { readonly warnAfter: number; readonly lockAfter: number; readonly hiddenAfter: number }

type Props = {
  readonly person: Inside
  readonly watchIdle: (limits: Limits, calls: Calls) => () => void
  readonly onLock: () => void
}

/** How long somebody may do nothing, or be somewhere else. */
export const idleLimits: Limits = { warnAfter: 95_000, lockAfter: 120_000, hiddenAfter: 60_000 }
/** Before this a tap is not over, and would go through to what lies below. */
const tap = 400

/** Whether to say that Peil locks soon. */
function useWarning({ watchIdle, onLock }: Props): [isWarning: boolean, stay: () => void] {
  const [isWarning, setIsWarning] = useState(false)
  useEffect(() => {
    let closing: ReturnType<typeof setTimeout> | undefined
    const stop = watchIdle(idleLimits, {
      onWarn: () => {
        clearTimeout(closing)
        setIsWarning(true)
      },
      onActive: () => {
        closing = setTimeout(() => {
          setIsWarning(false)
        }, tap)
      },
      onIdle: onLock,
    })
    return () => {
      clearTimeout(closing)
      stop()
    }
  }, [watchIdle, onLock])
  return [
    isWarning,
    () => {
      setIsWarning(false)
    },
  ]
}

/** Who is in, the way out, and a word before Peil locks by itself. */
export function Presence(props: Props): ReactElement {
  const { person, onLock } = props
  const { t } = useTranslation('shared-device')
  const [isWarning, stay] = useWarning(props)
  const [isLeaving, setIsLeaving] = useState(false)
  const name = person.isGuest ? t('presence.guest') : (person.nickname ?? t('presence.own'))
  return (
    <aside className="presence" aria-label={t('presence.label')}>
      <div className="presence__in">
        {person.picture ? <Face picture={person.picture} /> : person.isGuest ? <ClockIcon small /> : <PadlockLockedIcon small />}
        <strong className="presence__name">{name}</strong>
        <span className="presence__ways">
          {person.isShared && (
            <Link className="link t-small" to="/mine-data/ferdig">
              {person.isGuest ? t('presence.takeGuest') : t('presence.take')}
            </Link>
          )}
          <button
            className="ds-button"
            type="button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => {
              if (person.isGuest) setIsLeaving(true)
              else onLock()
            }}
          >
            {person.isGuest ? <LeaveIcon small /> : <PadlockLockedIcon small />}
            <span>{person.isGuest ? t('presence.done') : t('presence.lock')}</span>
          </button>
        </span>
      </div>
      {isWarning && <LockingSoon milliseconds={idleLimits.lockAfter - idleLimits.warnAfter} isGuest={person.isGuest} onStay={stay} />}
      {isLeaving && !isWarning && (
        <Modal
          title={t('presence.sure')}
          body={t('presence.sureBody')}
          onCancel={() => {
            setIsLeaving(false)
          }}
        >
          <button
            className="ds-button"
            type="button"
            onClick={() => {
              setIsLeaving(false)
            }}
          >
            {t('presence.goOn')}
          </button>
          <button className="ds-button" type="button" data-variant="secondary" onClick={onLock}>
            {t('presence.leave')}
          </button>
        </Modal>
      )}
    </aside>
  )
}
