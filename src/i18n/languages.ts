/** A language is a folder in `locales/`: a translator adds one without code. */

type Words = Record<string, unknown>

const files = import.meta.glob<Words>('../../locales/*/*.json', { import: 'default' })

/** Languages whose speakers read Norwegian bokmål more easily than English. */
const readsBokmal = ['no', 'nn', 'da', 'se', 'smj', 'sma', 'fi', 'fo', 'is']

/** Only leaders and owners read these. They come when their pages do. */
const leadNamespaces = ['group', 'owner', 'sign-in', 'unit']

export const referenceLanguage = 'nb'

function filesOf(language: string): readonly string[] {
  return Object.keys(files).filter((path) => path.startsWith(`../../locales/${language}/`))
}

function namespaceOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}

export const languages: readonly string[] = [...new Set(Object.keys(files).map((path) => path.split('/')[3] ?? ''))].toSorted(
  (a, b) => Number(b === referenceLanguage) - Number(a === referenceLanguage) || a.localeCompare(b),
)

export const staffNamespaces: readonly string[] = filesOf(referenceLanguage)
  .map(namespaceOf)
  .filter((namespace) => !leadNamespaces.includes(namespace))

export async function loadWords(language: string, namespace: string): Promise<Words> {
  const load = files[`../../locales/${language}/${namespace}.json`]
  if (load === undefined) throw new Error(`No words for ${language}/${namespace}`)
  return load()
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

/** A language's name in that language, as a person looking for it would write it. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
