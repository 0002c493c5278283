import { type ReactElement, useId } from 'react'
import { LanguageIcon } from './icons/first-icons.ts'

type Props = {
  readonly label: string
  readonly languages: readonly { readonly code: string; readonly name: string }[]
  readonly value: string
  readonly onChange: (code: string) => void
}

/** Every language by its own name. The native list, so that it works with everything. */
export function LanguageSelect({ label, languages, value, onChange }: Props): ReactElement {
  const id = useId()
  return (
    <span className="language">
      <label htmlFor={id}>
        <LanguageIcon small />
        <span className="sr">{label}</span>
      </label>
      <select
        id={id}
        value={value}
        onChange={(change) => {
          onChange(change.target.value)
        }}
      >
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
