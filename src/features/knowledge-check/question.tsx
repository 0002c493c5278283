import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckWords } from '../../i18n/content.ts'

type Props = {
  readonly id: string
  readonly number: number
  readonly words: CheckWords
  /** Of the words, where it is not the page's. */
  readonly lang: string | undefined
  /** The place of the right option. */
  readonly right: number
  readonly chosen: number | undefined
  readonly onChoose: (option: number) => void
}

/** One question. The explanation comes at once, whatever was chosen, and another choice may be tried. */
export function Question({ id, number, words: { question, options, explanation }, lang, right, chosen, onChoose }: Props): ReactElement {
  const { t } = useTranslation('knowledge-check')
  return (
    <fieldset className="card check">
      <legend className="t-sub">
        {number}. <span lang={lang}>{question}</span>
      </legend>
      {options.map((option, at) => (
        <label key={option} className="check__option">
          <input
            className="ds-input"
            type="radio"
            name={id}
            checked={chosen === at}
            onChange={() => {
              onChoose(at)
            }}
          />
          <span lang={lang}>{option}</span>
        </label>
      ))}
      <div role="status" className="check__answer">
        {chosen !== undefined && (
          <p>
            <strong>{chosen === right ? t('right') : t('other', { option: options[right] })}</strong> <span lang={lang}>{explanation}</span>
          </p>
        )}
      </div>
    </fieldset>
  )
}
