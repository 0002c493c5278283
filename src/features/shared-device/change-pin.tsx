import { type ReactElement, type SubmitEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import { type UnlockRefusal, changePin } from '../../storage/persons.ts'
import { Alert } from '../../ui/alert.tsx'
import { Saved } from '../../ui/saved.tsx'
import { PinField } from './pin-field.tsx'
import { useFirstFault } from './use-first-fault.ts'
import { useNewPinFaults, useRefusalWords } from './words.ts'
import { Working } from './working.tsx'

type Props = { readonly id: string; readonly now: () => string; readonly plain: PeilDatabase }

const empty = { old: '', pin: '', again: '' }

/** Another PIN for whoever is in. */
export function ChangePin({ id, now, plain }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const pinFaults = useNewPinFaults()
  const [{ old, pin, again }, setTyped] = useState(empty)
  const [faults, setFaults] = useState<ReturnType<typeof pinFaults>>({})
  const [refusal, setRefusal] = useState<UnlockRefusal>()
  const [state, setState] = useState<'changing' | 'changed'>()
  const form = useRef<HTMLFormElement>(null)
  useFirstFault(form, faults)
  const change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (state === 'changing') return
    const found = pinFaults(pin, again)
    setFaults(found)
    setRefusal(undefined)
    if (Object.keys(found).length > 0) return
    setState('changing')
    const changed = await changePin(plain, id, { pin: old, next: pin, now: now() })
    setState(changed.ok ? 'changed' : undefined)
    if (changed.ok) setTyped(empty)
    else setRefusal(changed.error)
  }
  const typed = { old, pin, again }
  return (
    <form ref={form} className="form card" onSubmit={(event) => void change(event)} noValidate aria-labelledby="change-pin">
      <h2 id="change-pin" className="t-heading">
        {t('changePin.title')}
      </h2>
      <PinField label={t('pin.old')} value={old} onChange={(next) => setTyped({ ...typed, old: next })} />
      <PinField
        label={t('pin.new')}
        hint={t('pin.rule')}
        value={pin}
        onChange={(next) => setTyped({ ...typed, pin: next })}
        fault={faults.pin}
      />
      <PinField label={t('pin.again')} value={again} onChange={(next) => setTyped({ ...typed, again: next })} fault={faults.again} />
      {refusal && <Alert>{say(refusal)}</Alert>}
      <div className="row">
        <button className="ds-button" type="submit" data-variant="secondary" aria-disabled={state === 'changing'}>
          {t('changePin.change')}
        </button>
        {state === 'changed' && <Saved>{t('changePin.changed')}</Saved>}
      </div>
      <Working is={state === 'changing'}>{t('changePin.changing')}</Working>
    </form>
  )
}
