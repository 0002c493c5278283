import { type ReactElement, useId } from 'react'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly isShown: boolean
  readonly fault?: string | undefined
  readonly onChange: (typed: string) => void
}

/** Never kept by the browser: others use the device too. A password field it offers to keep, whatever the field says. */
export function PassphraseField({ label, hint, value, isShown, fault, onChange }: Props): ReactElement {
  const id = useId()
  const described = [fault !== undefined && `${id}-fault`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      <input
        id={id}
        className={isShown ? 'ds-input' : 'ds-input phrase__dots'}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        enterKeyHint="done"
        spellCheck={false}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="f__error" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}

type ShowProps = { readonly label: string; readonly isShown: boolean; readonly onChange: (shown: boolean) => void }

export function ShowTyped({ label, isShown, onChange }: ShowProps): ReactElement {
  return (
    <label className="show-typed">
      <input
        className="ds-input"
        type="checkbox"
        checked={isShown}
        onChange={({ target }) => {
          onChange(target.checked)
        }}
      />
      <span>{label}</span>
    </label>
  )
}
