import { type ReactElement, type ReactNode, useId } from 'react'

type FrameProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

type Described = { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined }

/** A visible label, the field, a hint and what is wrong, tied together for those who do not see them. */
function Frame({ id, label, hint, error, children }: FrameProps & { readonly children: (field: Described) => ReactNode }): ReactElement {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': described === '' ? undefined : described })}
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      {error && (
        <p className="f__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

type TextProps = FrameProps & {
  readonly value: string
  readonly onChange: (written: string) => void
  readonly most?: number
  readonly type?: 'text' | 'url' | 'date'
  /** The language of what is written. */
  readonly lang?: string
}

export function TextField({ value, onChange, most = 200, type = 'text', lang, ...frame }: TextProps): ReactElement {
  return (
    <Frame {...frame}>
      {(field) => (
        <input
          {...field}
          className="ds-input"
          type={type}
          lang={lang}
          value={value}
          maxLength={most}
          autoComplete="off"
          autoCapitalize={type === 'text' ? 'sentences' : 'none'}
          enterKeyHint="done"
          spellCheck={type === 'text'}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Frame>
  )
}

/** A few lines of text without breaks between them: it is said in one piece. */
export function LongField({ value, onChange, most = 400, lang, ...frame }: Omit<TextProps, 'type'>): ReactElement {
  return (
    <Frame {...frame}>
      {(field) => (
        <textarea
          {...field}
          className="ds-input"
          lang={lang}
          rows={2}
          autoComplete="off"
          autoCapitalize="sentences"
          value={value}
          maxLength={most}
          onChange={({ target }) => onChange(target.value.replaceAll(/\s*\n\s*/g, ' '))}
        />
      )}
    </Frame>
  )
}

type YearProps = FrameProps & { readonly value: number | undefined; readonly onChange: (year: number | undefined) => void }

export function YearField({ value, onChange, ...frame }: YearProps): ReactElement {
  const read = (written: string): number | undefined => {
    const digits = written.replaceAll(/\D/g, '').slice(0, 4)
    return digits === '' ? undefined : Number(digits)
  }
  return (
    <Frame {...frame}>
      {(field) => (
        <input
          {...field}
          className="ds-input num"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="done"
          value={value === undefined || value === 0 ? '' : String(value)}
          onChange={({ target }) => onChange(read(target.value))}
        />
      )}
    </Frame>
  )
}

export type Choice<Value extends string = string> = { readonly value: Value; readonly label: string }
type SelectProps<Value extends string> = FrameProps & {
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onChange: (value: Value) => void
}

export function SelectField<Value extends string>({ value, choices, onChange, ...frame }: SelectProps<Value>): ReactElement {
  return (
    <Frame {...frame}>
      {(field) => (
        <select
          {...field}
          className="ds-input"
          value={value}
          onChange={({ target }) => {
            const chosen = choices.find((each) => each.value === target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  )
}

type CheckProps = {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly type?: 'checkbox' | 'radio'
  readonly name?: string
}

/** The whole line taps. */
export function Check({ label, hint, checked, onChange, type = 'checkbox', name }: CheckProps): ReactElement {
  const id = useId()
  return (
    <div className="check">
      <label>
        <input
          className="ds-input"
          type={type}
          name={name}
          checked={checked}
          aria-describedby={hint && id}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p className="t-small soft" id={id}>
          {hint}
        </p>
      )}
    </div>
  )
}

type GroupProps<Value extends string> = {
  readonly id: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly choices: readonly Choice<Value>[]
  readonly values: readonly Value[]
  readonly onToggle: (value: Value) => void
}

/** Any number of choices. */
export function CheckGroup<Value extends string>({ id, legend, hint, error, choices, values, onToggle }: GroupProps<Value>): ReactElement {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset className="f checks" id={id} tabIndex={-1} aria-describedby={described === '' ? undefined : described}>
      <legend>{legend}</legend>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      {error && (
        <p className="f__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="checks__all">
        {choices.map(({ value, label }) => (
          <Check key={value} label={label} checked={values.includes(value)} onChange={() => onToggle(value)} />
        ))}
      </div>
    </fieldset>
  )
}
