import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, nameOfLanguage } from '../../i18n/languages.ts'
import { mainLanguage, withProfile } from './draft.ts'
import { SelectField } from './fields.tsx'
import type { Editing } from './use-editing.ts'
import { useProfileSay } from './words.ts'

/** Every word of a profile is written in one language at a time. One of them says everything. */
export function WritingLanguage({ edit }: { readonly edit: Editing }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const say = useProfileSay()
  const { draft, language } = edit
  const main = mainLanguage(draft)
  const all = [...new Set([main, ...languages, ...Object.keys(draft.words)])]
  const named = (each: string): string =>
    draft.words[each] === undefined ? t('language.new', { language: nameOfLanguage(each) }) : nameOfLanguage(each)
  const makeMain = (): void =>
    edit.change((before) => withProfile(before, { languages: [language, ...before.profile.languages.filter((each) => each !== language)] }))
  return (
    <div className="profile-language noprint">
      <SelectField
        id="language"
        label={t('language.label')}
        value={language}
        choices={all.map((value) => ({ value, label: named(value) }))}
        onChange={edit.writeIn}
      />
      <p className="t-small soft">{language === main ? t('language.main') : t('language.other', { language: say.language(main) })}</p>
      {language !== main && draft.words[language] !== undefined && (
        <button className="ds-button" type="button" data-variant="tertiary" data-size="sm" onClick={makeMain}>
          {t('language.makeMain', { language: say.language(language) })}
        </button>
      )}
    </div>
  )
}
