import { type ReactElement, type SubmitEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../protocol/person.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { removePerson } from '../../storage/persons.ts'
import type { StorageRefusal } from '../../storage/refusals.ts'
import { Alert } from '../../ui/alert.tsx'
import { ArrowLeftIcon, ExclamationmarkTriangleIcon } from '../../ui/icons/first-icons.ts'
import { TrashIcon } from '../../ui/icons/later-icons.ts'
import { useRefusalWords } from './words.ts'

type Props = {
  readonly database: PeilDatabase
  readonly person: Person
  readonly onRemoved: () => void
  readonly onBack: () => void
}

function sameWord(typed: string, word: string): boolean {
  return typed.trim().toLocaleLowerCase() === word.trim().toLocaleLowerCase()
}

/** A forgotten PIN: why nobody can help, and the one thing that can be done. */
export function Forgotten({ database, person, onRemoved, onBack }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const say = useRefusalWords()
  const id = useId()
  const word = person.nickname ?? t('forgotten.word')
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const [refusal, setRefusal] = useState<StorageRefusal>()
  const remove = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setFault(undefined)
    if (!sameWord(typed, word)) {
      setFault(t('forgotten.other', { word }))
      return
    }
    const removed = await removePerson(database, person.id)
    if (removed.ok) onRemoved()
    else setRefusal(removed.error)
  }
  return (
    <form className="door__pane door__pane--wide card" onSubmit={(event) => void remove(event)} noValidate>
      <h1 className="t-title">{t('forgotten.title')}</h1>
      <p>{t('forgotten.nobody')}</p>
      <p>{t('forgotten.only')}</p>
      <div className="note note--danger">
        <ExclamationmarkTriangleIcon />
        <p>{t('forgotten.lost')}</p>
      </div>
      <div className="f">
        <label htmlFor={id}>{t('forgotten.confirm', { word })}</label>
        <input
          id={id}
          className="ds-input"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="done"
          spellCheck={false}
          value={typed}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-fault`}
          onChange={({ target }) => {
            setTyped(target.value)
          }}
        />
        <p id={`${id}-fault`} className="f__error" role="alert">
          {fault}
        </p>
      </div>
      {refusal && <Alert>{say(refusal)}</Alert>}
      <div className="row">
        <button className="ds-button" type="submit" data-color="danger">
          <TrashIcon />
          <span>{t('forgotten.remove')}</span>
        </button>
        <button className="ds-button" type="button" data-variant="secondary" onClick={onBack}>
          <ArrowLeftIcon />
          <span>{t('forgotten.keep')}</span>
        </button>
      </div>
    </form>
  )
}
