import { type ReactElement, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Entry, parseEntry } from '../../sync/entry.ts'
import { EntryField } from './entry-field.tsx'
import { type EntryFault, useEntryFault } from './words.ts'

type Props = {
  readonly origin: string
  /** A round this device knows, where a code alone can be used. */
  readonly knownRound: string | undefined
  readonly onEntry: (entry: Entry) => void
}

/** The one field for everything a slip can say: the code, its link, or the link of a round. Checked without a network. */
export function EnterForm({ origin, knownRound, onEntry }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const say = useEntryFault()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<EntryFault>()
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (typed.trim() === '') {
      setFault({ kind: 'empty' })
      return
    }
    const entry = parseEntry(typed, origin)
    if (!entry.ok) setFault(entry.error)
    else if (entry.value.kind === 'code' && knownRound === undefined) setFault({ kind: 'needs-round' })
    else onEntry(entry.value)
  }
  return (
    <form className="card form" onSubmit={submit} noValidate>
      <EntryField
        label={t('join.field')}
        hint={t('join.hint')}
        value={typed}
        onChange={setTyped}
        {...(fault === undefined ? {} : { fault: say(fault) })}
      />
      <div className="row">
        <button className="ds-button" data-variant="secondary" type="submit">
          {t('join.go')}
        </button>
      </div>
    </form>
  )
}
