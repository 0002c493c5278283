import { type ReactElement, type SubmitEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Device } from '../../storage/device.ts'
import { type AddRefusal, addPerson } from '../../storage/persons.ts'
import { Alert } from '../../ui/alert.tsx'
import { BeforePin } from './before-pin.tsx'
import { PinField } from './pin-field.tsx'
import type { Guard } from './sharing-page.tsx'
import { useFirstFault } from './use-first-fault.ts'
import { useNewPinFaults, useRefusalWords } from './words.ts'
import { Working } from './working.tsx'

type Props = { readonly device: Device; readonly plain: PeilDatabase; readonly onGuard: Guard }

/** A PIN on a device of one's own. Everything that lies open is sealed with it. */
export function SetPin({ device, plain, onGuard }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const pinFaults = useNewPinFaults()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [faults, setFaults] = useState<ReturnType<typeof pinFaults>>({})
  const [refusal, setRefusal] = useState<AddRefusal>()
  const [isSetting, setIsSetting] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useFirstFault(form, faults)
  const set = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (isSetting) return
    const found = pinFaults(pin, again)
    setFaults(found)
    setRefusal(undefined)
    if (Object.keys(found).length > 0) return
    setIsSetting(true)
    const added = await addPerson(plain, { id: device.newId(), pin, takesOver: true })
    if (added.ok || added.error.kind === 'guarded') onGuard(!added.ok)
    else {
      setRefusal(added.error)
      setIsSetting(false)
    }
  }
  return (
    <form ref={form} className="form card" onSubmit={(event) => void set(event)} noValidate aria-labelledby="set-pin">
      <div className="stack-s">
        <h2 id="set-pin" className="t-heading">
          {t('setPin.title')}
        </h2>
        <p>{t('setPin.body')}</p>
      </div>
      <BeforePin alone />
      <PinField label={t('pin.new')} hint={t('pin.rule')} value={pin} onChange={setPin} fault={faults.pin} />
      <PinField label={t('pin.again')} value={again} onChange={setAgain} fault={faults.again} />
      {refusal && <Alert>{say(refusal)}</Alert>}
      <div className="row">
        <button className="ds-button" type="submit" aria-disabled={isSetting}>
          {t('setPin.set')}
        </button>
      </div>
      <Working is={isSetting}>{t('setPin.setting')}</Working>
      <p className="t-small soft">{t('setPin.then')}</p>
    </form>
  )
}
