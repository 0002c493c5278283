import { type ReactElement, type SubmitEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCode, parseEntry } from '../../sync/entry.ts'
import type { KnownRound } from '../../protocol/known-round.ts'
import type { Contributing, TypedSlip } from '../../sync/contributing.ts'
import { Alert } from '../../ui/alert.tsx'
import { useNewView } from '../../ui/use-new-view.ts'
import { EntryField } from './entry-field.tsx'
import { useRound } from './use-round.ts'
import { type EntryFault, useEntryFault } from './words.ts'

type Props = {
  readonly origin: string
  readonly round: string
  readonly code: string | undefined
  readonly contributing: Contributing
  readonly onSlip: (slip: TypedSlip) => void
  readonly isBelow: boolean
}

/** A round is known, the unit is not: what a round's link, or a code typed by hand, leaves to choose. */
export function RoundView({ origin, round, code, contributing, onSlip, isBelow }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const { reading, again } = useRound(contributing, round)
  useNewView(reading.kind, isBelow)
  switch (reading.kind) {
    case 'reading':
      return (
        <>
          <h1 className="t-display">{t('join.title')}</h1>
          <p className="soft" role="status">
            {t('slip.loading')}
          </p>
        </>
      )
    case 'refused':
      return (
        <>
          <h1 className="t-display">{t('join.title')}</h1>
          <Alert>{t(`roundRefusal.${reading.refusal.kind}`)}</Alert>
          <div className="row">
            <button className="ds-button" data-variant="secondary" type="button" onClick={again}>
              {t('slip.again')}
            </button>
          </div>
        </>
      )
    case 'read':
      return <UnitForm origin={origin} known={reading.known} code={code} onSlip={onSlip} />
  }
}

function UnitForm({
  origin,
  known,
  code,
  onSlip,
}: Pick<Props, 'origin' | 'code' | 'onSlip'> & { readonly known: KnownRound }): ReactElement {
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
    <>
      <div className="stack-s">
        <h1 className="t-display">{known.document.title}</h1>
        <p className="t-lead">{t('round.lead')}</p>
      </div>
      {known.document.state === 'released' ? (
        <Alert>{t('round.closed')}</Alert>
      ) : (
        <form className="card form" onSubmit={submit} noValidate>
          <UnitChoice known={known} value={unit} onChange={setUnit} fault={fault.unit} />
          <EntryField
            label={t('round.code')}
            value={typed}
            onChange={setTyped}
            {...(fault.code === undefined ? {} : { fault: fault.code })}
          />
          <div className="row">
            <button className="ds-button" type="submit">
              {t('join.go')}
            </button>
          </div>
        </form>
      )}
    </>
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
