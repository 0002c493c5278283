import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Written, type WordList, mainLanguage, withWord, wordIn } from './draft.ts'
import { LongField, TextField } from './fields.tsx'
import type { Editing } from './use-editing.ts'
import { useProfileSay } from './words.ts'

/** What a reader meets where nothing is written, before what the field is for. */
export function useHint(edit: Editing, { text, instead }: Written, hint?: string): string | undefined {
  const { t } = useTranslation('owner-profile')
  const { language } = useProfileSay()
  if (text.trim() !== '' || !instead) return hint
  return t('language.instead', { language: language(mainLanguage(edit.draft)), text: instead })
}

type Props = {
  readonly edit: Editing
  readonly list: WordList
  readonly of: string
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly most?: number
  readonly long?: boolean
}

/** The words of one entry, in the language the owner writes in. */
export function WordField({ edit, list, of, hint, long = false, ...field }: Props): ReactElement {
  const { draft, language } = edit
  const written = wordIn(draft, language, list, of)
  const Field = long ? LongField : TextField
  return (
    <Field
      {...field}
      hint={useHint(edit, written, hint)}
      lang={language}
      value={written.text}
      onChange={(text) => edit.change((before) => withWord(before, language, list, of, text))}
    />
  )
}
