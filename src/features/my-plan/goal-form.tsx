import { type ReactElement, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GoalWords } from '../../domain/plan/goals.ts'
import type { Sector } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { Alert } from '../../ui/alert.tsx'
import type { Idea } from './ideas.ts'
import { type Refusal, refusalWords } from './refusal-words.ts'

type Props = {
  readonly title: string
  readonly begin: GoalWords
  readonly sector: Sector | undefined
  readonly ideas: readonly Idea[]
  readonly firstIdea?: Idea | undefined
  readonly submitLabel: string
  /** The person has just asked for the form, and the button they pressed is gone. */
  readonly takesFocus?: boolean
  /** Saves. A refusal is shown here, and nothing written is lost. */
  readonly onSave: (words: GoalWords) => Promise<Refusal | undefined>
  readonly onClose?: (() => void) | undefined
}

/** An if–then plan in the person's own words. */
export function GoalForm({
  title,
  begin,
  sector,
  ideas,
  firstIdea,
  submitLabel,
  takesFocus = false,
  onSave,
  onClose,
}: Props): ReactElement {
  const { t } = useTranslation('plan')
  const id = useId()
  const [words, setWords] = useState<GoalWords>(firstIdea ? withIdea(begin, firstIdea) : begin)
  const [idea, setIdea] = useState(firstIdea)
  const [refusal, setRefusal] = useState<Refusal>()
  const [isSaving, setSaving] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  const missing = refusal?.kind === 'words-missing' ? refusal.field : undefined
  const submit = async (submitted: SyntheticEvent): Promise<void> => {
    submitted.preventDefault()
    if (isSaving) return
    setSaving(true)
    const refused = await onSave(words)
    if (refused) setSaving(false)
    setRefusal(refused)
    if (refused?.kind === 'words-missing') document.getElementById(`${id}-${refused.field}`)?.focus()
  }
  const field = (name: 'when' | 'then' | 'together' | 'lookBackOn', hint?: string): FieldProps => ({
    id: `${id}-${name}`,
    value: words[name] ?? '',
    hint,
    error: missing === name && refusal ? refusalWords(t, refusal) : undefined,
    onChange: (written) => {
      setWords({ ...words, [name]: written })
    },
  })
  return (
    <form className="card form noprint" aria-labelledby={id} noValidate onSubmit={(submitted) => void submit(submitted)}>
      <div>
        <h2 id={id} ref={heading} className="t-heading" tabIndex={-1}>
          {title}
        </h2>
        <p className="soft">{ideas.length > 0 ? t('form.ideas') : t('form.noIdeas')}</p>
      </div>
      <Ideas
        ideas={ideas}
        onUse={(used) => {
          setIdea(used)
          setWords(withIdea(words, used))
        }}
      />
      {idea && sector && <About idea={idea} sector={sector} />}
      <Field {...field('when', t('form.whenHint'))} label={t('form.when')} />
      <Field {...field('then', t('form.thenHint'))} label={t('form.then')} />
      <div className="form__two">
        <Field {...field('together')} label={t('form.together')} placeholder={t('form.optional')} isName />
        <Field {...field('lookBackOn')} label={t('form.lookBack')} type="date" />
      </div>
      {refusal && missing === undefined && <Alert>{refusalWords(t, refusal)}</Alert>}
      <div className="row">
        <button className="ds-button" data-variant="primary" type="submit">
          {submitLabel}
        </button>
        {onClose && (
          <button className="ds-button" data-variant="tertiary" type="button" onClick={onClose}>
            {t('form.notNow')}
          </button>
        )}
      </div>
    </form>
  )
}

function withIdea(words: GoalWords, { dimension, then }: Idea): GoalWords {
  return { ...words, dimension, then }
}

function Ideas({ ideas, onUse }: { readonly ideas: readonly Idea[]; readonly onUse: (idea: Idea) => void }): ReactElement | undefined {
  if (ideas.length === 0) return undefined
  return (
    <div className="ideas">
      {ideas.map((idea) => (
        <button
          key={idea.itemId}
          className="idea"
          type="button"
          onClick={() => {
            onUse(idea)
          }}
        >
          {idea.anchor}
        </button>
      ))}
    </div>
  )
}

function About({ idea, sector }: { readonly idea: Idea; readonly sector: Sector }): ReactElement {
  const { t } = useTranslation('plan')
  const content = useContent()
  return <p className="t-small soft">{t('form.about', { area: content.dimension(sector, idea.dimension).name, stem: idea.stem })}</p>
}

type FieldProps = {
  readonly id: string
  readonly value: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly onChange: (written: string) => void
}

type LabelledProps = FieldProps & {
  readonly label: string
  readonly placeholder?: string
  readonly type?: 'date' | 'text'
  readonly isName?: boolean
}

function Field({ id, label, value, hint, error, placeholder, type = 'text', isName = false, onChange }: LabelledProps): ReactElement {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      <input
        className="ds-input"
        id={id}
        type={type}
        value={value}
        maxLength={300}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize={isName ? 'words' : 'none'}
        enterKeyHint="done"
        aria-invalid={error !== undefined}
        aria-describedby={described === '' ? undefined : described}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      {error && (
        <p className="f__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
