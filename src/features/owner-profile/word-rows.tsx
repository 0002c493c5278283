import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { PlusIcon, TrashIcon } from '../../ui/icons/later-icons.ts'
import { said, wordIn } from './draft.ts'
import { useEntries } from './use-entries.ts'
import type { Editing } from './use-editing.ts'
import { WordField } from './word-field.tsx'
import { useErrors } from './words.ts'

type Props = {
  readonly edit: Editing
  readonly list: 'notes' | 'contacts'
  /** The ids of the fields begin with it. */
  readonly field: string
  readonly title: string
  readonly hint: string
  readonly label: (number: number) => string
  readonly addText: string
  readonly long?: boolean
}

/** A list of short texts, one field each. */
export function WordRows({ edit, list, field, title, hint, label, addText, long = false }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const error = useErrors(edit.faults)
  const { add, remove } = useEntries(edit, list)
  const name = (id: string, number: number): string => {
    const words = said(wordIn(edit.draft, edit.language, list, id))
    return words === '' ? label(number) : t('bar.quoted', { words })
  }
  return (
    <section className="card form" aria-labelledby={list}>
      <div>
        <h2 className="t-heading" id={list}>
          {title}
        </h2>
        <p className="soft">{hint}</p>
      </div>
      {edit.draft.profile[list].map((id, at) => (
        <div key={id} className="entry">
          <WordField
            edit={edit}
            list={list}
            of={id}
            id={`${field}-${id}`}
            label={label(at + 1)}
            error={error(`${field}-${id}`)}
            long={long}
          />
          <RemoveButton name={name(id, at + 1)} onRemove={() => remove(id, name(id, at + 1))} />
        </div>
      ))}
      <AddButton
        text={addText}
        onAdd={() =>
          add(
            (id) => id,
            (id) => `${field}-${id}`,
          )
        }
      />
    </section>
  )
}

export function RemoveButton({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }): ReactElement {
  const { t } = useTranslation('owner-profile')
  return (
    <button
      className="ds-button"
      type="button"
      data-variant="tertiary"
      data-size="sm"
      aria-label={t('bar.removeNamed', { name })}
      onClick={onRemove}
    >
      <TrashIcon />
      <span>{t('bar.remove')}</span>
    </button>
  )
}

type AddProps = { readonly text: string; readonly onAdd: () => void; readonly id?: string }

export function AddButton({ text, onAdd, id }: AddProps): ReactElement {
  return (
    <button className="ds-button entry-add" id={id} type="button" data-variant="secondary" onClick={onAdd}>
      <PlusIcon />
      <span>{text}</span>
    </button>
  )
}
