import { useTranslation } from 'react-i18next'

type Named = Readonly<Partial<Record<string, string>>>
type Words = {
  readonly name: string
  readonly goals: Named
  readonly notes?: Named
  readonly contacts?: Named
  readonly unit?: string
  readonly tiers?: Named
}
type File = { readonly parts: Named; readonly profiles: Readonly<Partial<Record<string, Words>>> }

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

/** Reads the words of a profile that Peil brings along. Nothing of it where the profile is not known. */
export function useProfileWords(profile: string): ProfileReading {
  const { i18n } = useTranslation('profiles')
  const file = (i18n.getResourceBundle(i18n.language, 'profiles') ?? {}) as Partial<File>
  const words = file.profiles?.[profile]
  return {
    name: words?.name ?? profile,
    goal: (id) => words?.goals[id] ?? id,
    note: (id) => words?.notes?.[id] ?? id,
    contact: (id) => words?.contacts?.[id] ?? id,
    part: (id) => file.parts?.[id] ?? id,
    ...(words?.unit === undefined ? {} : { unit: words.unit }),
    tier: (tier) => words?.tiers?.[tier],
  }
}
