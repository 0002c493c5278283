import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Resource, isChecked } from '../../domain/resource/resource.ts'
import { PencilIcon } from '../../ui/icons/later-icons.ts'
import { type Draft, addTo, changeIn, freshId, said, withWord, wordIn } from './draft.ts'
import { OwnForm, type OwnEntry, emptyOwn } from './own-form.tsx'
import { ResourceFacts } from './resource-facts.tsx'
import { useEntries } from './use-entries.ts'
import type { Editing } from './use-editing.ts'
import { AddButton, RemoveButton } from './word-rows.tsx'
import { useErrors } from './words.ts'

type Props = { readonly edit: Editing; readonly now: () => string }

function withOwn(draft: Draft, language: string, { resource, line }: OwnEntry): Draft {
  const known = draft.profile.ownResources.some(({ id }) => id === resource.id)
  const next = known ? changeIn(draft, 'ownResources', resource.id, () => resource) : addTo(draft, 'ownResources', resource)
  return withWord(next, language, 'resources', resource.id, line)
}

/** Courses and pages that the municipality has itself. */
export function OwnResources({ edit, now }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const [open, setOpen] = useState<OwnEntry>()
  const { ownResources } = edit.draft.profile
  const close = (to: string): void => {
    setOpen(undefined)
    edit.focusOn(to)
  }
  const begin = (resource: Resource): void => setOpen({ resource, line: wordIn(edit.draft, edit.language, 'resources', resource.id).text })
  const form = open && (
    <OwnForm
      key={open.resource.id}
      edit={edit}
      begin={open}
      today={now().slice(0, 10)}
      onCancel={() => close('add-own')}
      onDone={(entry) => {
        edit.change((draft) => withOwn(draft, edit.language, entry))
        close('add-own')
      }}
    />
  )
  return (
    <section className="stack" aria-labelledby="own">
      <div>
        <h2 className="t-heading" id="own">
          {t('resources.own')}
        </h2>
        <p className="soft">{ownResources.length === 0 ? t('resources.ownNone') : t('resources.ownHint')}</p>
      </div>
      {ownResources.length > 0 && (
        <ul className="card card--flush resources">
          {ownResources.map((resource) => (
            <OwnRow key={resource.id} edit={edit} resource={resource} onEdit={() => begin(resource)} />
          ))}
        </ul>
      )}
      {form ?? (
        <AddButton
          id="add-own"
          text={t('resources.addOwn')}
          onAdd={() => begin(emptyOwn(freshId(edit.draft, 'ownResources'), edit.language))}
        />
      )}
    </section>
  )
}

type RowProps = { readonly edit: Editing; readonly resource: Resource; readonly onEdit: () => void }

function OwnRow({ edit, resource, onEdit }: RowProps): ReactElement {
  const { t } = useTranslation('owner-profile')
  const error = useErrors(edit.faults)(`own-${resource.id}`)
  const { remove } = useEntries(edit, 'ownResources')
  const { name, id } = resource
  const quoted = t('bar.quoted', { words: name })
  const line = wordIn(edit.draft, edit.language, 'resources', id)
  return (
    <li className="resource" id={`own-${id}`} tabIndex={-1}>
      <div className="resource__facts">
        <p className={isChecked(resource) ? 'tag' : 'tag tag--land'}>
          {t(isChecked(resource) ? 'resources.marks.own' : 'resources.marks.away')}
        </p>
        <ResourceFacts resource={resource} line={said(line)} />
        <p className="t-small soft">{t('resources.from', { owner: resource.owner })}</p>
        {error && <p className="f__error">{error}</p>}
      </div>
      <div className="row noprint">
        <button
          className="ds-button"
          type="button"
          data-variant="tertiary"
          data-size="sm"
          aria-label={`${t('resources.edit')}: ${name}`}
          onClick={onEdit}
        >
          <PencilIcon />
          <span>{t('resources.edit')}</span>
        </button>
        <RemoveButton name={quoted} onRemove={() => remove(id, quoted)} />
      </div>
    </li>
  )
}
