import { type ReactElement, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import { type UnlockRefusal, removePin } from '../../storage/persons.ts'
import { Alert } from '../../ui/alert.tsx'
import { PinField } from './pin-field.tsx'
import { useRefusalWords } from './words.ts'
import { Working } from './working.tsx'

type Props = { readonly id: string; readonly now: () => string; readonly plain: PeilDatabase; readonly onRemoved: () => void }

/** On a device of one's own: no PIN any more. */
export function RemovePin({ id, now, plain, onRemoved }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const [pin, setPin] = useState('')
  const [refusal, setRefusal] = useState<UnlockRefusal>()
  const [isRemoving, setIsRemoving] = useState(false)
  const remove = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (isRemoving) return
    setIsRemoving(true)
    setRefusal(undefined)
    const removed = await removePin(plain, id, pin, now())
    if (removed.ok) onRemoved()
    else {
      setRefusal(removed.error)
      setIsRemoving(false)
    }
  }
  return (
    <form className="form card" onSubmit={(event) => void remove(event)} noValidate aria-labelledby="remove-pin">
      <div className="stack-s">
        <h2 id="remove-pin" className="t-heading">
          {t('removePin.title')}
        </h2>
        <p>{t('removePin.body')}</p>
      </div>
      <PinField label={t('pin.old')} value={pin} onChange={setPin} />
      {refusal && <Alert>{say(refusal)}</Alert>}
      <div className="row">
        <button className="ds-button" type="submit" data-variant="secondary" aria-disabled={isRemoving}>
          {t('removePin.remove')}
        </button>
      </div>
      <Working is={isRemoving}>{t('removePin.removing')}</Working>
    </form>
  )
}
