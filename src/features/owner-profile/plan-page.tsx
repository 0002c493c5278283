import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Profile, countries } from '../../domain/profile/profile.ts'
import { nameIn, put, withOptional, withProfile, withWords } from './draft.ts'
import { Check, SelectField, TextField, YearField } from './fields.tsx'
import { Guidelines } from './guidelines.tsx'
import { OwnWords } from './own-words.tsx'
import { Standing } from './standing.tsx'
import type { Editing } from './use-editing.ts'
import { WordRows } from './word-rows.tsx'
import { useHint } from './word-field.tsx'
import { languageChoices, useErrors } from './words.ts'
import { WritingLanguage } from './writing-language.tsx'

type Props = { readonly edit: Editing; readonly now: () => string }

/** Which plan the municipality follows, who can help, and its own words. */
export function PlanPage({ edit, now }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  return (
    <>
      <Standing edit={edit} now={now} />
      <WritingLanguage edit={edit} />
      <Document edit={edit} />
      <WordRows
        edit={edit}
        list="contacts"
        field="contact"
        title={t('plan.contacts')}
        hint={t('plan.contactsHint')}
        label={(number) => t('plan.contact', { number })}
        addText={t('plan.addContact')}
      />
      <Guidelines edit={edit} />
      <WordRows
        edit={edit}
        list="notes"
        field="note"
        long
        title={t('plan.notes')}
        hint={t('plan.notesHint')}
        label={(number) => t('plan.note', { number })}
        addText={t('plan.addNote')}
      />
      <OwnWords edit={edit} />
    </>
  )
}

function Document({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const error = useErrors(edit.faults)
  const { draft, language } = edit
  const { document } = draft.profile
  const name = nameIn(draft, language)
  const changeDocument = (next: (before: Profile['document']) => Profile['document']): void =>
    edit.change((before) => withProfile(before, { document: next(before.profile.document) }))
  return (
    <section className="card form" aria-labelledby="document">
      <h2 className="t-heading" id="document">
        {t('plan.document')}
      </h2>
      <TextField
        id="name"
        label={t('plan.name')}
        hint={useHint(edit, name, t('plan.nameHint'))}
        error={error('name')}
        most={80}
        lang={language}
        value={name.text}
        onChange={(text) => edit.change((before) => withWords(before, language, (words) => ({ ...words, name: text })))}
      />
      <TextField
        id="title"
        label={t('plan.documentTitle')}
        hint={t('plan.documentTitleHint')}
        error={error('title')}
        lang={document.language}
        value={document.title}
        onChange={(title) => changeDocument((before) => ({ ...before, title }))}
      />
      <div className="form__two">
        <SelectField
          id="document-language"
          label={t('plan.documentLanguage')}
          value={document.language}
          choices={languageChoices(document.language)}
          onChange={(value) => changeDocument((before) => ({ ...before, language: value }))}
        />
        <YearField
          id="document-year"
          label={t('plan.documentYear')}
          hint={t('plan.optional')}
          error={error('document-year')}
          value={document.year}
          onChange={(year) => changeDocument((before) => put(before, 'year', year))}
        />
      </div>
      <TextField
        id="document-link"
        label={t('plan.link')}
        hint={`${t('plan.linkHint')} ${t('plan.optional')}`}
        error={error('document-link')}
        type="url"
        most={500}
        value={document.url ?? ''}
        onChange={(url) => changeDocument((before) => put(before, 'url', url.trim() === '' ? undefined : url.trim()))}
      />
      <Validity edit={edit} />
      <SelectField
        id="country"
        label={t('plan.country')}
        value={draft.profile.country}
        choices={countries.map((value) => ({ value, label: t(`plan.countries.${value}`) }))}
        onChange={(country) => edit.change((before) => withProfile(before, { country }))}
      />
    </section>
  )
}

function Validity({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const error = useErrors(edit.faults)
  const { validFrom, validTo, proposal } = edit.draft.profile
  return (
    <>
      <div className="form__two">
        <YearField
          id="valid-from"
          label={t('plan.validFrom')}
          hint={t('plan.optional')}
          error={error('valid-from')}
          value={validFrom}
          onChange={(year) => edit.change((before) => withOptional(before, 'validFrom', year))}
        />
        <YearField
          id="valid-to"
          label={t('plan.validTo')}
          error={error('valid-to')}
          value={validTo}
          onChange={(year) => edit.change((before) => withProfile(before, { validTo: year ?? 0 }))}
        />
      </div>
      <Check
        label={t('plan.proposal')}
        checked={proposal}
        onChange={(checked) => edit.change((before) => withProfile(before, { proposal: checked }))}
      />
    </>
  )
}
