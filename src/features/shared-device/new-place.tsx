import { type ReactElement, type SubmitEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../protocol/person.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { type AddRefusal, addPerson } from '../../storage/persons.ts'
import type { Seal } from '../../storage/seal.ts'
import type { Shown } from '../../storage/sharing.ts'
import { Alert } from '../../ui/alert.tsx'
import { BeforePin } from './before-pin.tsx'
import { PinField } from './pin-field.tsx'
import { ShownFields, freePicture, nicknameFault } from './shown-fields.tsx'
import { useFirstFault } from './use-first-fault.ts'
import { useNewPinFaults, useRefusalWords } from './words.ts'
import { Working } from './working.tsx'

type Props = {
  readonly database: PeilDatabase
  readonly newId: () => string
  readonly others: readonly Person[]
  /** What lies open on the device becomes theirs. */
  readonly takesOver: boolean
  readonly onAdded: (seal: Seal, shown: Shown) => void
  /** Another tab was first to take it over. */
  readonly onGuarded?: () => void
  readonly onBack: () => void
}

type Faults = { readonly nickname?: string; readonly pin?: string; readonly again?: string }

/** A place for somebody new: how colleagues know them, and the PIN that nobody can get back. */
export function NewPlace({ database, newId, others, takesOver, onAdded, onGuarded, onBack }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const pinFaults = useNewPinFaults()
  const [shown, setShown] = useState<Shown>({ nickname: '', picture: freePicture(others) })
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const [refusal, setRefusal] = useState<AddRefusal>()
  const [isMaking, setIsMaking] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useFirstFault(form, faults)
  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (isMaking) return
    const called = nicknameFault(shown.nickname, others)
    const found: Faults = { ...(called && { nickname: t(`new.${called}`) }), ...pinFaults(pin, again) }
    setFaults(found)
    setRefusal(undefined)
    if (Object.keys(found).length > 0) return
    setIsMaking(true)
    const named = { nickname: shown.nickname.trim(), picture: shown.picture }
    const added = await addPerson(database, { id: newId(), ...named, pin, takesOver })
    if (added.ok) onAdded(added.value, named)
    else {
      setRefusal(added.error)
      setIsMaking(false)
      if (added.error.kind === 'guarded') onGuarded?.()
    }
  }
  return (
    <form ref={form} className="form" onSubmit={(event) => void make(event)} noValidate>
      <ShownFields {...shown} onChange={setShown} fault={faults.nickname} />
      <BeforePin />
      <PinField label={t('pin.new')} hint={t('pin.rule')} value={pin} onChange={setPin} fault={faults.pin} />
      <PinField label={t('pin.again')} value={again} onChange={setAgain} fault={faults.again} />
      {refusal && <Alert>{say(refusal)}</Alert>}
      <div className="row">
        <button className="ds-button" type="submit" aria-disabled={isMaking}>
          {t('new.make')}
        </button>
        <button className="ds-button" type="button" data-variant="secondary" onClick={onBack}>
          {t('door.back')}
        </button>
      </div>
      <Working is={isMaking}>{t(takesOver ? 'setPin.setting' : 'new.making')}</Working>
    </form>
  )
}
