import { wordsOf } from './reading.ts'
import type { PackWords } from './words.ts'

const wordsPerMinute = 180
const secondsPerChoice = 8

/** An estimate from word counts, not a measurement. */
export type Length = { readonly items: number; readonly words: number; readonly minutes: number }

/** Reading the situations and descriptions of these packs as worded for everyone, without opening an example, and choosing. */
export function lengthOf(packs: readonly Pick<PackWords, 'items'>[]): Length {
  const items = packs.flatMap((pack) => Object.values(pack.items))
  const words = items.flatMap(({ stem, anchors }) => [stem, ...anchors]).flatMap(wordsOf).length
  return { items: items.length, words, minutes: words / wordsPerMinute + (items.length * secondsPerChoice) / 60 }
}
