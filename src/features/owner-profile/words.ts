import { useTranslation } from 'react-i18next'
import { type Dimension, type Sector, type Step, type Tier, dimensions, sectors } from '../../domain/instrument/instrument.ts'
import type { PeilPart } from '../../domain/profile/profile.ts'
import { nameAcross, shortAcross } from '../../i18n/across-sectors.ts'
import { useContent } from '../../i18n/content.ts'
import { languages, nameInSentence, nameOfLanguage } from '../../i18n/languages.ts'
import { useShippedWords } from '../../i18n/profiles.ts'
import { resources } from '../../instruments/resources.ts'
import type { Choice } from './fields.tsx'
import type { Say } from './lines.ts'

/** What the app itself calls the things a profile is made of, in the language of the page. */
export type ProfileSay = Say & {
  readonly short: (dimension: Dimension) => string
  readonly stepShort: (step: Step) => string
  /** Inside a sentence. */
  readonly language: (language: string) => string
  readonly dimensions: readonly Choice<Dimension>[]
  readonly sectors: readonly Choice<Sector>[]
}

export function capital(words: string, language: string): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
}

function nameOfResource(id: string): string {
  return resources.find((each) => each.id === id)?.name ?? id
}

export function useProfileSay(): ProfileSay {
  const { t, i18n } = useTranslation(['owner-profile', 'group'])
  const content = useContent()
  const { part } = useShippedWords()
  const language = (each: string): string => nameInSentence(each, i18n.language)
  const dimension = (each: Dimension): string => nameAcross(content, sectors, each)
  const sector = (each: Sector): string => t(`goals.sector.${each}`)
  const tier = (each: Tier): string => t(`group:tiers.${each}`)
  return {
    spoken: i18n.language,
    dimension,
    sector,
    tier,
    language,
    short: (each) => shortAcross(content, sectors, each),
    stepShort: (step) => content.stepShort(step),
    step: (step) => content.stepName(step),
    part: (each: PeilPart) => capital(part(each), i18n.language),
    label: (what, spoken) => t(`fields.words.${what}`, { language: language(spoken) }),
    field: (what) => t(`fields.${what}`),
    served: (goal, by) => ({ label: t('fields.served', { goal }), value: by }),
    country: (each) => t(`plan.countries.${each}`),
    yesNo: (value) => (value ? t('fields.yes') : t('fields.no')),
    tierIn: (each, spoken) => t('fields.words.tier', { tier: tier(each), language: language(spoken) }),
    stepsOf: (each) => t('fields.steps', { area: dimension(each) }),
    kind: (kind) => t(`steps.${kind}`),
    example: t('fields.example'),
    resource: nameOfResource,
    dimensions: dimensions.map((value) => ({ value, label: dimension(value) })),
    sectors: sectors.map((value) => ({ value, label: sector(value) })),
  }
}

/** What is wrong with a field, if anything, in words. */
export function useErrors(faults: readonly { readonly kind: string; readonly field: string }[]): (field: string) => string | undefined {
  const { t } = useTranslation('owner-profile')
  return (field) => {
    const found = faults.find((each) => each.field === field)
    return found && t(`faults.${found.kind}` as 'faults.unsaid')
  }
}

/** Languages a document can be written in: those of Peil, and its own if that is another. */
export function languageChoices(own: string): readonly Choice[] {
  return [...new Set([...languages, own])].filter((each) => each !== '').map((value) => ({ value, label: nameOfLanguage(value) }))
}
