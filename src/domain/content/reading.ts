import { withoutTerms } from './terms.ts'

export function wordsOf(sentence: string): readonly string[] {
  return withoutTerms(sentence).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
}

/** A full stop, question mark, exclamation mark or colon ends a sentence; so does the end of the piece, as in a heading. */
function sentencesIn(piece: string): number {
  const ends = piece.trim().match(/[.!?:]["»”)]*(?=\s|$)/g)?.length ?? 0
  return /[.!?:]["»”)]*$/.test(piece.trim()) ? ends : ends + 1
}

/** LIX (Björnsson 1968): words per sentence + percentage of words with more than six letters, over all pieces together. */
export function lix(pieces: readonly string[]): number {
  const words = pieces.flatMap(wordsOf)
  const long = words.filter((word) => word.replace(/\P{L}/gu, '').length > 6)
  const sentences = pieces.reduce((sum, piece) => sum + sentencesIn(withoutTerms(piece)), 0)
  return words.length / sentences + (100 * long.length) / words.length
}

/** How much of two sentences is the same: shared words of all words, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [words, others] = [one, other].map((sentence) => new Set(wordsOf(sentence.toLowerCase())))
  const all = new Set([...(words ?? []), ...(others ?? [])])
  const shared = [...(words ?? [])].filter((word) => others?.has(word))
  return shared.length / all.size
}

/** Whole words or phrases of `listed` that occur in a sentence, in any case. */
export function foundIn(sentence: string, listed: readonly string[]): readonly string[] {
  const spaced = ` ${wordsOf(sentence).join(' ').toLowerCase()} `
  return listed.filter((phrase) => spaced.includes(` ${phrase} `))
}
