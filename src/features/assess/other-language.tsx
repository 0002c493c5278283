import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { nameInSentence } from '../../i18n/languages.ts'

/** The questions of an own pack stand in another language than the page. */
export function OtherLanguage({ language }: { readonly language: string }): ReactElement {
  const { t, i18n } = useTranslation('own-pack')
  return <p className="t-small soft">{t('language', { language: nameInSentence(language, i18n.language) })}</p>
}
