import { wordsOf } from './reading.ts'
import { type Reader, readItem } from './wordings.ts'
import type { PackWords } from './words.ts'

const wordsPerMinute = 180
const secondsPerChoice = 8

/** An estimate from word counts, not a measurement. */
export type Length = { readonly items: number; readonly words: number; readonly minutes: number }

/** Reading the situations and descriptions of these packs as this reader meets them, without opening an example, and choosing. */
export function lengthOf(packs: readonly Pick<PackWords, 'items'>[], reader: Reader): Length {
  const items = packs.flatMap((pack) => Object.entries(pack.items)).map(([id, item]) => readItem(id, item, reader))
  const words = items.flatMap(({ stem, anchors }) => [stem, ...anchors]).flatMap(({ text }) => wordsOf(text)).length
  return { items: items.length, words, minutes: words / wordsPerMinute + (items.length * secondsPerChoice) / 60 }
}
