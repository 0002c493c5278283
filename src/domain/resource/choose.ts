import { type ResourceChoices, resourcesOffered } from '../profile/catalogue.ts'
import type { Dimension, Sector, Tier } from '../instrument/instrument.ts'
import { type Resource, resourceKinds } from './resource.ts'

export type Wish = {
  readonly dimension: Dimension
  readonly sector: Sector
  readonly tier: Tier
  /** The reader's language, as in `nb`. */
  readonly language: string
  /** As in `NO`. Without it, the country most readers of the language work in. */
  readonly country?: string
  readonly most?: number
}

/** What a reader of a language can be offered, their own first. Peil in English is read by people who work in Norway. */
const readable: Readonly<Record<string, readonly string[]>> = {
  nb: ['nb', 'nn', 'en'],
  nn: ['nn', 'nb', 'en'],
  sv: ['sv', 'en', 'nb', 'nn'],
  en: ['en', 'nb', 'nn'],
}

function languagesFor(language: string): readonly string[] {
  return readable[language] ?? [language, 'nb', 'nn', 'en']
}

export function countryOf(language: string): string {
  return language === 'sv' ? 'SE' : 'NO'
}

/** The language that the reader knows best, of those something comes in. */
export function bestLanguage({ languages }: Pick<Resource, 'languages'>, reader: string): string | undefined {
  return languagesFor(reader).find((each) => languages.includes(each))
}

function suits(resource: Resource, { dimension, sector, tier, language, country = countryOf(language) }: Wish): boolean {
  return (
    resource.dimensions.includes(dimension) &&
    resource.sectors.includes(sector) &&
    resource.tiers.includes(tier) &&
    (resource.countries.length === 0 || resource.countries.includes(country)) &&
    bestLanguage(resource, language) !== undefined
  )
}

/** The reader's own language first, then the shortest, then what is made for the fewest areas; ties in the order of the catalogue. */
function inOrder(resources: readonly Resource[], reader: string): readonly Resource[] {
  const known = languagesFor(reader)
  const rank = (each: Resource): number => known.indexOf(bestLanguage(each, reader) ?? '')
  return resources.toSorted((a, b) => rank(a) - rank(b) || byKind(a, b) || a.dimensions.length - b.dimensions.length)
}

function byKind(a: Resource, b: Resource): number {
  return resourceKinds.indexOf(a.kind) - resourceKinds.indexOf(b.kind)
}

/**
 * What to learn from next: only what is checked or confirmed, can be read, and speaks of the reader's own country or of none.
 * One of each kind where there is one, then the next best; no address twice; the shortest stands first. What the municipality
 * has added itself comes before what Peil knows of.
 */
export function resourcesFor(catalogue: readonly Resource[], wish: Wish, choices?: ResourceChoices): readonly Resource[] {
  const suitable = resourcesOffered(catalogue, choices).filter((each) => suits(each, wish))
  const isOwn = (each: Resource): boolean => choices?.ownResources.includes(each) === true
  const ordered = [suitable.filter(isOwn), suitable.filter((each) => !isOwn(each))].flatMap((some) => inOrder(some, wish.language))
  const firsts = resourceKinds.flatMap((kind) => ordered.find((each) => each.kind === kind) ?? [])
  const chosen: Resource[] = []
  for (const each of [...firsts, ...ordered]) {
    if (!chosen.some(({ url }) => url === each.url)) chosen.push(each)
  }
  return chosen.slice(0, wish.most ?? 3).toSorted(byKind)
}
