import { fileOf, files } from 'virtual:words'
import { fetchWords } from './fetching.ts'
import { namespaceOf } from './namespaces.ts'

export const referenceLanguage = 'nb'

/** Languages whose speakers read Norwegian bokmål more easily than English. */
const readsBokmal = ['no', 'nn', 'da', 'se', 'smj', 'sma']

/** A language is a folder in `locales/`: a translator adds one without code. The reference comes first. */
export const languages: readonly string[] = Object.keys(files).toSorted(
  (a, b) => Number(b === referenceLanguage) - Number(a === referenceLanguage) || a.localeCompare(b),
)

/** Whether the words of an item, story or knowledge question come with Peil: in a file of its pack. */
export function isShipped(id: string): boolean {
  return fileOf[namespaceOf(id)]?.split('.')[0] === id.split('.')[0]
}

type Words = Readonly<Record<string, Record<string, unknown>>>

/** The words needed up to the first question but those of its pack, in one file. */
export async function loadFirstWords(language: string): Promise<Words> {
  const load = files[language]?.['first']
  return load === undefined ? {} : (await fetchWords(load)).default
}

/** The words of one namespace, with the file it comes in: that of a group of pages, or of a part of a pack. */
export async function loadWords(language: string, namespace: string): Promise<Record<string, unknown>> {
  const load = files[language]?.[fileOf[namespace] ?? '']
  const words = load && (await fetchWords(load)).default[namespace]
  if (words === undefined) throw new Error(`No words for ${language}/${namespace}`)
  return words
}

/** The first language a person asks for that Peil speaks. Neighbours of bokmål get bokmål, all others English. */
export function chooseLanguage(wanted: readonly string[]): string {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0] ?? ''
    if (languages.includes(base)) return base
    if (readsBokmal.includes(base)) return referenceLanguage
  }
  return languages.includes('en') ? 'en' : referenceLanguage
}

/** A language's name in that language, as a person looking for it would write it. A browser that knows no Nynorsk says it as Bokmål does. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language, 'nb'], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/** A language as it is called in another, inside a sentence: `engelsk`, `Norwegian Bokmål`. */
export function nameInSentence(language: string, spoken: string): string {
  return new Intl.DisplayNames([spoken], { type: 'language' }).of(language) ?? language
}
