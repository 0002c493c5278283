import { useTranslation } from 'react-i18next'

type Named = Readonly<Record<string, string>>
type Words = {
  readonly name: string
  readonly goals: Named
  readonly notes?: Named | undefined
  readonly contacts?: Named | undefined
  readonly unit?: string | undefined
  readonly tiers?: Readonly<Partial<Record<string, string>>> | undefined
}
type ShippedFile = { readonly parts: Named; readonly profiles: Readonly<Partial<Record<string, Words>>> }

/** One that Peil brings along, by its id; or a municipality's own, with its words. */
export type WordedProfile =
  | { readonly shipped: string }
  | { readonly file: { readonly profile: { readonly languages: readonly string[] }; readonly words: Readonly<Record<string, Words>> } }

/** A municipal profile in the language of the moment. What is missing is said by its id, and found by the content tests. */
export type ProfileReading = {
  readonly name: string
  readonly goal: (id: string) => string
  readonly note: (id: string) => string
  readonly contact: (id: string) => string
  readonly part: (id: string) => string
  /** Only where the municipality says it otherwise than Peil. */
  readonly unit?: string
  readonly tier: (tier: string) => string | undefined
}

type ShippedWords = { readonly part: (id: string) => string; readonly profile: (id: string) => Words | undefined }

/** The words of the profiles that Peil brings along, and of what in Peil serves a goal. */
export function useShippedWords(): ShippedWords {
  const { i18n } = useTranslation('profiles')
  const file = (i18n.getResourceBundle(i18n.language, 'profiles') ?? {}) as Partial<ShippedFile>
  return { part: (id) => file.parts?.[id] ?? id, profile: (id) => file.profiles?.[id] }
}

/** The reader's language first; where it is silent, the language of the profile that says everything. */
function spoken(of: WordedProfile | undefined, shipped: ShippedWords, language: string): readonly Words[] {
  if (of === undefined) return []
  const found =
    'shipped' in of ? [shipped.profile(of.shipped)] : [language, of.file.profile.languages[0] ?? ''].map((each) => of.file.words[each])
  return found.filter((each) => each !== undefined)
}

/** Reads the words of a municipality's profile. Nothing of them where it is not known. */
export function useProfileWords(of: WordedProfile | undefined): ProfileReading {
  const { i18n } = useTranslation('profiles')
  const shipped = useShippedWords()
  const words = spoken(of, shipped, i18n.language)
  const say = (read: (words: Words) => string | undefined): string | undefined => words.map(read).find((each) => each !== undefined)
  // A word for a unit or a role is part of the page's sentences: in another language it would be out of place.
  const own = of !== undefined && 'file' in of ? of.file.words[i18n.language] : words[0]
  const unit = own?.unit
  return {
    name: say(({ name }) => name) ?? '',
    goal: (id) => say(({ goals }) => goals[id]) ?? id,
    note: (id) => say(({ notes }) => notes?.[id]) ?? id,
    contact: (id) => say(({ contacts }) => contacts?.[id]) ?? id,
    part: shipped.part,
    ...(unit === undefined ? {} : { unit }),
    tier: (tier) => own?.tiers?.[tier],
  }
}
