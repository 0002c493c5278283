import { type ReactElement, useId } from 'react'

type Props = {
  readonly label: string
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** A native list to choose from, left out where there is only one choice. */
export function Chooser({ label, choices, value, onChange }: Props): ReactElement | null {
  const id = useId()
  if (choices.length < 2) return null
  return (
    <div className="chooser">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(change) => {
          onChange(change.target.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  )
}
