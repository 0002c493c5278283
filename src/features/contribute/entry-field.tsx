import { type ReactElement, useId } from 'react'
import { groupTyped } from '../../sync/entry.ts'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly fault?: string
}

/** Groups the characters like the slip does, but only while the person types at the end: a caret never jumps. */
export function EntryField({ label, hint, value, onChange, fault }: Props): ReactElement {
  const id = useId()
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      <input
        id={id}
        className="ds-input code-input"
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        enterKeyHint="go"
        spellCheck={false}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={hint === undefined ? `${id}-fault` : `${id}-hint ${id}-fault`}
        onChange={({ target }) => {
          const grows = target.value.length > value.length && target.selectionStart === target.value.length
          onChange(grows ? groupTyped(target.value) : target.value)
        }}
      />
      <p id={`${id}-fault`} className="f__error" role="alert">
        {fault}
      </p>
    </div>
  )
}
