import { type ReactElement, type SyntheticEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tiers } from '../../domain/instrument/instrument.ts'
import { type Resource, isChecked, logins, resourceKinds } from '../../domain/resource/resource.ts'
import { languages, nameOfLanguage } from '../../i18n/languages.ts'
import { said, toggled, wordIn } from './draft.ts'
import { isLink } from './faults.ts'
import { Check, CheckGroup, LongField, SelectField, TextField } from './fields.tsx'
import type { Editing } from './use-editing.ts'
import { useProfileSay } from './words.ts'

/** A resource of the municipality's own, and the one line about it. */
export type OwnEntry = { readonly resource: Resource; readonly line: string }

const ownFields = ['name', 'owner', 'url', 'line', 'sectors', 'dimensions', 'tiers', 'languages'] as const
type OwnField = (typeof ownFields)[number]

export function emptyOwn(id: string, language: string): Resource {
  return {
    ...{ id, name: '', owner: '', url: '', countries: [], checkedAt: '' },
    ...{ sectors: [], dimensions: [], tiers, languages: [language], kind: 'meeting', login: 'none' },
  }
}

/** What is missing, in the order of the form. The line may be said in another language already. */
function missingIn({ resource, line }: OwnEntry, edit: Editing): readonly OwnField[] {
  const spoken = line.trim() || said(wordIn(edit.draft, edit.language, 'resources', resource.id))
  return ownFields.filter((field) => {
    if (field === 'line') return spoken === ''
    if (field === 'url') return !isLink(resource.url)
    const value = resource[field]
    return typeof value === 'string' ? value.trim() === '' : value.length === 0
  })
}

type Props = {
  readonly edit: Editing
  readonly begin: OwnEntry
  readonly today: string
  readonly onDone: (entry: OwnEntry) => void
  readonly onCancel: () => void
}

export function OwnForm({ edit, begin, today, onDone, onCancel }: Props): ReactElement {
  const { t } = useTranslation(['owner-profile', 'resources'])
  const say = useProfileSay()
  const [entry, setEntry] = useState<OwnEntry>(() =>
    begin.resource.checkedAt === '' ? { ...begin, resource: { ...begin.resource, checkedAt: today } } : begin,
  )
  const [tried, setTried] = useState(false)
  const isNew = begin.resource.checkedAt === ''
  const missing = tried ? missingIn(entry, edit) : []
  const { resource, line } = entry
  const error = (field: OwnField): string | undefined => (missing.includes(field) ? t(`own.faults.${field}`) : undefined)
  const set = (change: Partial<Resource>): void => setEntry({ ...entry, resource: { ...resource, ...change } })
  useEffect(() => {
    document.getElementById('own-name')?.focus()
  }, [])
  const submit = (submitted: SyntheticEvent): void => {
    submitted.preventDefault()
    setTried(true)
    const [first] = missingIn(entry, edit)
    if (first !== undefined) return document.getElementById(`own-${first}`)?.focus()
    onDone({ resource: { ...resource, name: resource.name.trim(), owner: resource.owner.trim() }, line: line.trim() })
  }
  return (
    <form className="card form noprint" aria-labelledby="own-title" noValidate onSubmit={submit}>
      <h3 className="t-sub" id="own-title">
        {isNew ? t('own.new') : t('own.change', { name: begin.resource.name })}
      </h3>
      <TextField id="own-name" label={t('own.name')} error={error('name')} value={resource.name} onChange={(name) => set({ name })} />
      <TextField
        id="own-owner"
        label={t('own.owner')}
        hint={t('own.ownerHint')}
        error={error('owner')}
        value={resource.owner}
        onChange={(owner) => set({ owner })}
      />
      <TextField
        id="own-url"
        label={t('plan.link')}
        hint={t('plan.linkHint')}
        error={error('url')}
        type="url"
        most={500}
        value={resource.url}
        onChange={(url) => set({ url: url.trim() })}
      />
      <LongField
        id="own-line"
        label={t('own.line')}
        hint={t('own.lineHint')}
        error={error('line')}
        lang={edit.language}
        value={line}
        onChange={(written) => setEntry({ ...entry, line: written })}
      />
      <CheckGroup
        id="own-sectors"
        legend={t('own.sectors')}
        error={error('sectors')}
        choices={say.sectors}
        values={resource.sectors}
        onToggle={(each) => set({ sectors: toggled(resource.sectors, each) })}
      />
      <CheckGroup
        id="own-dimensions"
        legend={t('own.areas')}
        error={error('dimensions')}
        choices={say.dimensions}
        values={resource.dimensions}
        onToggle={(each) => set({ dimensions: toggled(resource.dimensions, each) })}
      />
      <CheckGroup
        id="own-tiers"
        legend={t('own.tiers')}
        error={error('tiers')}
        choices={tiers.map((value) => ({ value, label: say.tier(value) }))}
        values={resource.tiers}
        onToggle={(each) => set({ tiers: toggled(resource.tiers, each) })}
      />
      <CheckGroup
        id="own-languages"
        legend={t('own.languages')}
        error={error('languages')}
        choices={languages.map((value) => ({ value, label: nameOfLanguage(value) }))}
        values={resource.languages}
        onToggle={(each) => set({ languages: toggled(resource.languages, each) })}
      />
      <div className="form__two">
        <SelectField
          id="own-kind"
          label={t('own.kind')}
          value={resource.kind}
          choices={resourceKinds.map((value) => ({ value, label: t(`resources:kinds.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <SelectField
          id="own-login"
          label={t('own.login')}
          value={resource.login}
          choices={logins.map((value) => ({ value, label: t(`resources:login.${value}`) }))}
          onChange={(login) => set({ login })}
        />
      </div>
      <Check
        label={t('own.ready')}
        hint={t('own.readyHint')}
        checked={isChecked(resource)}
        onChange={(checked) => set({ checkedAt: checked ? today : 'unchecked' })}
      />
      <div className="row">
        <button className="ds-button" type="submit" data-variant="secondary">
          {isNew ? t('own.done') : t('own.keep')}
        </button>
        <button className="ds-button" type="button" data-variant="tertiary" onClick={onCancel}>
          {t('own.cancel')}
        </button>
      </div>
    </form>
  )
}
