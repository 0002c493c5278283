import type { i18n } from 'i18next'
import { useTranslation } from 'react-i18next'

/** A dimension in words. `about`: one line of meaning. `talk`: one question to talk about in a group. */
export type DimensionWords = { readonly name: string; readonly short: string; readonly about: string; readonly talk: string }

/** An item in words: what it is about, its five described steps, and an example from work. */
export type ItemWords = { readonly stem: string; readonly anchors: readonly string[]; readonly example: string }

export type TermWords = { readonly word: string; readonly explanation: string }

type TierWords = { readonly stem?: string; readonly anchors?: readonly string[] }
type ItemFile = {
  readonly items?: Readonly<Record<string, ItemWords & { readonly tiers?: Readonly<Record<string, TierWords>> }>>
  readonly terms?: Readonly<Record<string, TermWords>>
}
type DimensionFile = Readonly<Record<string, Readonly<Record<string, DimensionWords>>>>
type StepFile = { readonly names?: readonly string[]; readonly short?: readonly string[] }

/** The words of the instrument in the language of the moment. A missing word is said by its id, and found by the content tests. */
export type Content = {
  readonly dimension: (sector: string, dimension: string) => DimensionWords
  readonly item: (itemId: string, tier?: string) => ItemWords
  readonly term: (itemId: string, term: string) => TermWords
  readonly stepName: (step: number) => string
  readonly stepShort: (step: number) => string
}

/** `barnehage.3.photo-consent` is worded in `barnehage.json`, `privacy.sharing` in `privacy.json`. */
function itemFile(words: i18n, itemId: string): ItemFile {
  return bundle<ItemFile>(words, itemId.split('.')[0] ?? '')
}

function bundle<File extends object>(words: i18n, namespace: string): Partial<File> {
  return (words.getResourceBundle(words.language, namespace) ?? {}) as Partial<File>
}

function wordItem(words: i18n, itemId: string, tier?: string): ItemWords {
  const item = itemFile(words, itemId).items?.[itemId]
  if (item === undefined) return { stem: itemId, anchors: [], example: '' }
  const own = tier === undefined ? undefined : item.tiers?.[tier]
  return { stem: own?.stem ?? item.stem, anchors: own?.anchors ?? item.anchors, example: item.example }
}

function wordDimension(words: i18n, sector: string, dimension: string): DimensionWords {
  const file = bundle<DimensionFile>(words, 'dimensions')
  return file[sector]?.[dimension] ?? file['modules']?.[dimension] ?? { name: dimension, short: dimension, about: '', talk: '' }
}

export function contentIn(words: i18n): Content {
  return {
    dimension: (sector, dimension) => wordDimension(words, sector, dimension),
    item: (itemId, tier) => wordItem(words, itemId, tier),
    term: (itemId, term) => itemFile(words, itemId).terms?.[term] ?? { word: term, explanation: '' },
    stepName: (step) => bundle<StepFile>(words, 'steps').names?.[step] ?? String(step),
    stepShort: (step) => bundle<StepFile>(words, 'steps').short?.[step] ?? String(step),
  }
}

/** Follows the language: `useTranslation` draws the page anew when it changes. */
export function useContent(): Content {
  return contentIn(useTranslation().i18n)
}
