import './segments.css'
import type { ReactElement } from 'react'

type Choice<Value extends string> = { readonly value: Value; readonly label: string }

type Props<Value extends string> = {
  readonly legend: string
  readonly name: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** A few choices side by side, one of them chosen. */
export function Segments<Value extends string>({ legend, name, choices, value, onChange }: Props<Value>): ReactElement {
  return (
    <fieldset className="seg">
      <legend className="sr">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => {
              onChange(choice.value)
            }}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
