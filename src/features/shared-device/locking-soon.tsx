import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Modal } from './modal.tsx'

type Props = { readonly milliseconds: number; readonly isGuest: boolean; readonly onStay: () => void }

const second = 1000

/** Said before Peil locks, while there is time to stay. The seconds are for the eye; a voice says them once. */
export function LockingSoon({ milliseconds, isGuest, onStay }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const seconds = milliseconds / second
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft((before) => Math.max(0, before - 1))
    }, second)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return (
    <Modal title={t('soon.title')} body={t(isGuest ? 'soon.guest' : 'soon.body', { seconds })} onCancel={onStay}>
      <p className="soon__left num" aria-hidden="true">
        {left}
      </p>
      <button className="ds-button soon__here" type="button" onClick={onStay}>
        {t('soon.here')}
      </button>
    </Modal>
  )
}
