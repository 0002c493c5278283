import { type ReactElement, type SubmitEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { TypedSlip } from '../../sync/contributing.ts'
import { formatCode, parseEntry } from '../../sync/entry.ts'
import { EntryField } from './entry-field.tsx'
import { type EntryFault, useEntryFault } from './words.ts'

type Props = {
  readonly origin: string
  readonly known: KnownRound
  readonly code: string | undefined
  readonly onSlip: (slip: TypedSlip) => void
}

/** By hand: the unit on the slip, and its code. A pasted link says both. */
export function UnitForm({ origin, known, code, onSlip }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const say = useEntryFault()
  const [unit, setUnit] = useState('')
  const [typed, setTyped] = useState(code === undefined ? '' : formatCode(code))
  const [fault, setFault] = useState<{ readonly unit?: string; readonly code?: string }>({})
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const entry = parseEntry(typed, origin)
    if (entry.ok && entry.value.kind === 'slip') {
      onSlip(entry.value.slip)
      return
    }
    const code = entry.ok && entry.value.kind === 'code' ? entry.value.code : undefined
    if (unit !== '' && code !== undefined) {
      onSlip({ round: known.round, unit, code })
      return
    }
    const wrong: EntryFault = entry.ok || typed.trim() === '' ? { kind: 'empty-code' } : entry.error
    setFault({
      ...(unit === '' ? { unit: t('round.unitMissing') } : {}),
      ...(code === undefined ? { code: say(wrong) } : {}),
    })
  }
  return (
    <form className="card form" onSubmit={submit} noValidate>
      <UnitChoice known={known} value={unit} onChange={setUnit} fault={fault.unit} />
      <EntryField label={t('round.code')} value={typed} onChange={setTyped} {...(fault.code === undefined ? {} : { fault: fault.code })} />
      <div className="row">
        <button className="ds-button" data-variant={code === undefined ? 'secondary' : 'primary'} type="submit">
          {t('join.go')}
        </button>
      </div>
    </form>
  )
}

type ChoiceProps = {
  readonly known: KnownRound
  readonly value: string
  readonly onChange: (unit: string) => void
  readonly fault: string | undefined
}

function UnitChoice({ known, value, onChange, fault }: ChoiceProps): ReactElement {
  const { t } = useTranslation('contribute')
  const id = useId()
  return (
    <div className="f">
      <label htmlFor={id}>{t('round.unit')}</label>
      <select
        id={id}
        className="ds-input"
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      >
        <option value="">{t('round.chooseUnit')}</option>
        {known.document.units.map((unit) => (
          <option key={unit.unit} value={unit.unit}>
            {unit.name}
          </option>
        ))}
      </select>
      <p id={`${id}-fault`} className="f__error" role="alert">
        {fault}
      </p>
    </div>
  )
}
