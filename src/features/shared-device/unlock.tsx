import { type ReactElement, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../protocol/person.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { type UnlockRefusal, unlock } from '../../storage/persons.ts'
import type { Seal } from '../../storage/seal.ts'
import { startPauseAnew } from '../../storage/sharing.ts'
import { Alert } from '../../ui/alert.tsx'
import { ArrowLeftIcon, PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import { Face } from './face.tsx'
import { clockOf, isLastFreeTry, usePause } from './pause.ts'
import { PinField } from './pin-field.tsx'
import { useRefusalWords } from './words.ts'
import { Working } from './working.tsx'

type Props = {
  readonly database: PeilDatabase
  readonly now: () => string
  readonly person: Person
  readonly onUnlocked: (seal: Seal) => void
  readonly onForgotten: () => void
  /** Another tab has just put the lock there. */
  readonly isNews: boolean
  /** Not where there is only one person. */
  readonly onBack?: (() => void) | undefined
}

/** The lock of one person. */
export function Unlock({ database, now, person, onUnlocked, onForgotten, isNews, onBack }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const [pin, setPin] = useState('')
  const [isOpening, setIsOpening] = useState(false)
  const [refusal, setRefusal] = useState<UnlockRefusal | { readonly kind: 'empty' }>()
  const field = useRef<HTMLInputElement>(null)
  const pause = usePause(person.tries, now)
  const { id } = person
  useEffect(() => {
    void startPauseAnew(database, id, now())
  }, [database, id, now])
  const open = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (isOpening) return
    field.current?.focus()
    if (pin === '') {
      setRefusal({ kind: 'empty' })
      return
    }
    setRefusal(undefined)
    setIsOpening(true)
    const unlocked = await unlock(database, id, pin, now())
    if (unlocked.ok) onUnlocked(unlocked.value)
    else {
      setPin('')
      setRefusal(unlocked.error)
      setIsOpening(false)
    }
  }
  const fault = ((): string | undefined => {
    if (refusal?.kind === 'empty') return t('unlock.empty')
    if (refusal?.kind !== 'wrong' || pause > 0) return undefined
    return isLastFreeTry(person.tries) ? t('unlock.lastFree') : say(refusal)
  })()
  const isWaiting = pause > 0 && !isOpening
  const isRefused = refusal !== undefined && refusal.kind !== 'empty' && refusal.kind !== 'wrong' && refusal.kind !== 'too-soon'
  return (
    <form className="door__pane card" onSubmit={(event) => void open(event)} noValidate>
      {person.picture && <Face picture={person.picture} />}
      <h1 className="t-title">{person.nickname === undefined ? t('unlock.own') : t('unlock.hello', { nickname: person.nickname })}</h1>
      {isNews && <p role="status">{t('refusals.guarded')}</p>}
      <PinField label={t('unlock.pin')} hint={t('unlock.hint')} value={pin} onChange={setPin} fault={fault} field={field} />
      {isWaiting && (
        <div className="note note--land">
          <PadlockLockedIcon />
          <p role="alert">{t('unlock.wait')}</p>
          <p className="t-heading num" role="timer">
            {t('unlock.left', { time: clockOf(pause) })}
          </p>
        </div>
      )}
      {isRefused && <Alert>{say(refusal)}</Alert>}
      <button className="ds-button" type="submit" aria-disabled={isOpening || isWaiting}>
        <span>{t('unlock.open')}</span>
      </button>
      <Working is={isOpening}>{t('unlock.opening')}</Working>
      <div className="row-between">
        {onBack && (
          <button className="link" type="button" onClick={onBack}>
            <ArrowLeftIcon small />
            {t('door.back')}
          </button>
        )}
        <button className="link" type="button" onClick={onForgotten}>
          {t('unlock.forgot')}
        </button>
      </div>
    </form>
  )
}
