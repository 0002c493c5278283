import { type ReactElement, type SubmitEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shown } from '../../storage/sharing.ts'
import { ShownFields, freePicture, nicknameFault } from './shown-fields.tsx'
import { useFirstFault } from './use-first-fault.ts'

/** Somebody who had the device alone, and has a PIN already, gets a name for colleagues. */
export function NamePlace({ onNamed }: { readonly onNamed: (shown: Shown) => void }): ReactElement {
  const { t } = useTranslation('shared-device')
  const [shown, setShown] = useState<Shown>({ nickname: '', picture: freePicture([]) })
  const [faults, setFaults] = useState<{ readonly nickname?: string }>({})
  const form = useRef<HTMLFormElement>(null)
  useFirstFault(form, faults)
  const name = (event: SubmitEvent): void => {
    event.preventDefault()
    const called = nicknameFault(shown.nickname, [])
    setFaults(called ? { nickname: t(`new.${called}`) } : {})
    if (called === undefined) onNamed({ ...shown, nickname: shown.nickname.trim() })
  }
  return (
    <form ref={form} className="form" onSubmit={name} noValidate>
      <p>{t('share.keepsPin')}</p>
      <ShownFields {...shown} onChange={setShown} fault={faults.nickname} />
      <div className="row">
        <button className="ds-button" type="submit">
          {t('share.go')}
        </button>
      </div>
    </form>
  )
}
