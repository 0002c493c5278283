import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isShipped } from './languages.ts'
import { namespaceOf } from './namespaces.ts'
import { ownNamespace } from './own-words.ts'

/** A dimension in words. `about`: one line of meaning. */
export type DimensionWords = { readonly name: string; readonly short: string; readonly about: string }

/** An item in words: what it is about, its five described steps, and an example from work. */
export type ItemWords = { readonly stem: string; readonly anchors: readonly string[]; readonly example: string }

export type TermWords = { readonly word: string; readonly explanation: string }

/** A short story about a colleague, what is asked about it, and why Peil placed the colleague where it did. */
export type VignetteWords = { readonly story: string; readonly question: string; readonly why: string }

export type CheckWords = { readonly question: string; readonly options: readonly string[]; readonly explanation: string }

/** An item, story or knowledge question: its id begins with its pack. */
export type Worded = { readonly id: string }

/** Whom an item is worded for. */
export type Reader = { readonly tier: string; readonly sector: string }

type OwnWords = Readonly<Record<string, Partial<ItemWords>>>
type ItemFile = {
  readonly items?: Readonly<Record<string, ItemWords & { readonly tiers?: OwnWords; readonly sectors?: OwnWords }>>
  readonly terms?: Readonly<Record<string, TermWords>>
  readonly vignettes?: Readonly<Record<string, VignetteWords>>
  readonly check?: Readonly<Record<string, CheckWords>>
  /** An own pack that lacks the reader's language says which one it speaks instead. */
  readonly spokenIn?: string
}
type DimensionFile = Readonly<Record<string, Readonly<Record<string, DimensionWords>>>>
type CardFile = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
type StepFile = { readonly names?: readonly string[]; readonly short?: readonly string[] }

/** The words of the instrument in the language of the moment. A missing word is said by its id, and found by the content tests. */
export type Content = {
  readonly language: string
  readonly dimension: (sector: string, dimension: string) => DimensionWords
  /** Questions to talk about in a group. The page loads the namespace `cards` first. */
  readonly cards: (sector: string, dimension: string) => readonly string[]
  /** The page waits for the item's words first, as it does for stories and knowledge questions: `useContent(items)`. */
  readonly item: (itemId: string, reader: Reader) => ItemWords
  readonly term: (itemId: string, term: string) => TermWords
  readonly vignette: (id: string) => VignetteWords
  readonly check: (id: string) => CheckWords
  /** The language of these words, where it is not the reader's. */
  readonly spokenIn: (id: string) => string | undefined
  readonly stepName: (step: number) => string
  readonly stepShort: (step: number) => string
}

/** The namespaces to load before these are read. Words of own packs are known as soon as their packs are read. */
export function namespacesFor(worded: readonly Worded[]): readonly string[] {
  return [...new Set(worded.filter(({ id }) => isShipped(id)).map(({ id }) => namespaceOf(id)))]
}

function fileOf(words: i18n, id: string): ItemFile {
  const own = ownNamespace(id)
  return bundle<ItemFile>(words, words.hasResourceBundle(words.language, own) ? own : namespaceOf(id))
}

function bundle<File extends object>(words: i18n, namespace: string): Partial<File> {
  return (words.getResourceBundle(words.language, namespace) ?? {}) as Partial<File>
}

/** Own wording for the tier comes before that for the sector. An owner reads what a leader reads, if there is nothing else. */
function wordItem(words: i18n, itemId: string, { tier, sector }: Reader): ItemWords {
  const item = fileOf(words, itemId).items?.[itemId]
  if (item === undefined) return { stem: itemId, anchors: [], example: '' }
  const forTier = item.tiers?.[tier] ?? (tier === 'owner' ? item.tiers?.['leader'] : undefined)
  return { ...item, ...item.sectors?.[sector], ...forTier }
}

function wordDimension(words: i18n, sector: string, dimension: string): DimensionWords {
  const file = bundle<DimensionFile>(words, 'dimensions')
  return file[sector]?.[dimension] ?? file['modules']?.[dimension] ?? { name: dimension, short: dimension, about: '' }
}

function wordCards(words: i18n, sector: string, dimension: string): readonly string[] {
  const file = bundle<CardFile>(words, 'cards')
  return file[sector]?.[dimension] ?? file['modules']?.[dimension] ?? []
}

export function contentIn(words: i18n): Content {
  return {
    language: words.language,
    dimension: (sector, dimension) => wordDimension(words, sector, dimension),
    cards: (sector, dimension) => wordCards(words, sector, dimension),
    item: (itemId, reader) => wordItem(words, itemId, reader),
    term: (itemId, term) => fileOf(words, itemId).terms?.[term] ?? { word: term, explanation: '' },
    vignette: (id) => fileOf(words, id).vignettes?.[id] ?? { story: id, question: '', why: '' },
    check: (id) => fileOf(words, id).check?.[id] ?? { question: id, options: [], explanation: '' },
    spokenIn: (id) => fileOf(words, id).spokenIn,
    stepName: (step) => bundle<StepFile>(words, 'steps').names?.[step] ?? String(step),
    stepShort: (step) => bundle<StepFile>(words, 'steps').short?.[step] ?? String(step),
  }
}

/** Follows the language: `useTranslation` draws the page anew when it changes. Waits for the words of the items that will be read. */
export function useContent(items: readonly Worded[] = []): Content {
  // Packs are read by id, so they are not among the typed namespaces.
  return contentIn(useTranslation(['app', ...namespacesFor(items)] as ['app']).i18n)
}
