import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuidelineLink } from '../../domain/profile/profile.ts'
import { changeIn, mainLanguage, put } from './draft.ts'
import { SelectField, TextField } from './fields.tsx'
import { useEntries } from './use-entries.ts'
import type { Editing } from './use-editing.ts'
import { AddButton, RemoveButton } from './word-rows.tsx'
import { languageChoices, useErrors } from './words.ts'

/** Pages outside Peil that belong to the plan. */
export function Guidelines({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const { add } = useEntries(edit, 'guidelines')
  return (
    <section className="card form" aria-labelledby="guidelines">
      <div>
        <h2 className="t-heading" id="guidelines">
          {t('plan.guidelines')}
        </h2>
        <p className="soft">{t('plan.guidelinesHint')}</p>
      </div>
      {edit.draft.profile.guidelines.map((link, at) => (
        <Guideline key={link.id} edit={edit} link={link} number={at + 1} />
      ))}
      <AddButton
        text={t('plan.addGuideline')}
        onAdd={() =>
          add(
            (id) => ({ id, title: '', language: mainLanguage(edit.draft), url: '' }),
            (id) => `guideline-${id}-title`,
          )
        }
      />
    </section>
  )
}

type Props = { readonly edit: Editing; readonly link: GuidelineLink; readonly number: number }

function Guideline({ edit, link, number }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const error = useErrors(edit.faults)
  const { remove } = useEntries(edit, 'guidelines')
  const field = `guideline-${link.id}`
  const change = (next: (before: GuidelineLink) => GuidelineLink): void =>
    edit.change((draft) => changeIn(draft, 'guidelines', link.id, next))
  const name = link.title === '' ? t('plan.guideline', { number }) : t('bar.quoted', { words: link.title })
  return (
    <fieldset className="form guideline">
      <legend className="row-between">{t('plan.guideline', { number })}</legend>
      <TextField
        id={`${field}-title`}
        label={t('plan.guidelineTitle')}
        error={error(`${field}-title`)}
        lang={link.language}
        value={link.title}
        onChange={(title) => change((before) => ({ ...before, title }))}
      />
      <TextField
        id={`${field}-link`}
        label={t('plan.link')}
        hint={t('plan.linkHint')}
        error={error(`${field}-link`)}
        type="url"
        most={500}
        value={link.url}
        onChange={(url) => change((before) => ({ ...before, url: url.trim() }))}
      />
      <div className="form__two">
        <SelectField
          id={`${field}-language`}
          label={t('plan.guidelineLanguage')}
          value={link.language}
          choices={languageChoices(link.language)}
          onChange={(language) => change((before) => ({ ...before, language }))}
        />
        <TextField
          id={`${field}-seen`}
          label={t('plan.guidelineSeen')}
          hint={t('plan.guidelineSeenHint')}
          type="date"
          value={link.seen ?? ''}
          onChange={(seen) => change((before) => put(before, 'seen', seen === '' ? undefined : seen))}
        />
      </div>
      <div>
        <RemoveButton name={name} onRemove={() => remove(link.id, name)} />
      </div>
    </fieldset>
  )
}
