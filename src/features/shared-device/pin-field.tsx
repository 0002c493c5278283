import { type ReactElement, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (pin: string) => void
  readonly hint?: string
  readonly fault?: string | undefined
  readonly field?: RefObject<HTMLInputElement | null>
}

/** Digits that nobody reads over a shoulder. No password field: a browser offers to keep those, and this device is not one person's. */
export function PinField({ label, value, onChange, hint, fault, field }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
      <div className="pin">
        <input
          ref={field}
          id={id}
          className={isShown ? 'ds-input num' : 'ds-input num pin__dots'}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          enterKeyHint="done"
          spellCheck={false}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={hint === undefined ? `${id}-fault` : `${id}-hint ${id}-fault`}
          onChange={({ target }) => {
            onChange(target.value)
          }}
        />
        <button
          className="ds-button"
          type="button"
          data-variant="tertiary"
          data-size="sm"
          aria-pressed={isShown}
          onClick={() => {
            setIsShown(!isShown)
          }}
        >
          {t('pin.show')}
        </button>
      </div>
      <p id={`${id}-fault`} className="f__error" role="alert">
        {fault}
      </p>
    </div>
  )
}
