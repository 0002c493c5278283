import type { i18n } from 'i18next'
import { languages } from './languages.ts'

type Spoken = { readonly pack: { readonly id: string }; readonly words: Readonly<Record<string, object>> }

/** Where the words of an own pack, or of anything in it, are found: apart from those of Peil, whatever the pack is called. */
export function ownNamespace(id: string): string {
  return `own.${id.split('.')[0] ?? ''}`
}

function wordsIn({ words }: Spoken, language: string): object {
  const [first] = Object.keys(words)
  return words[language] ?? (first === undefined ? {} : { ...words[first], spokenIn: first })
}

/** Makes the words of own packs known, in every language: the pack's first where it lacks one. The last of an id counts. */
export function registerOwnWords(words: i18n, documents: readonly Spoken[]): void {
  for (const document of documents) {
    for (const language of languages) {
      words.addResourceBundle(language, ownNamespace(document.pack.id), wordsIn(document, language), false, true)
    }
  }
}
