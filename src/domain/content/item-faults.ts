import { type Term, parseTerms } from './terms.ts'
import type { ItemWords, PackWords } from './words.ts'
import { type HouseRules, brands } from './house-rules.ts'
import { foundIn, likeness, lix, wordsOf } from './reading.ts'

/** A sentence for whoever corrects the content. */
type Fault = string

const mostWords = 18
const fewWords = 15
const mostLikeness = 0.4

/** The wording for everyone, then the wordings for single tiers, filled up from it. */
export function wordingsOf({ items }: Pick<PackWords, 'items'>): readonly (readonly [string, ItemWords])[] {
  return Object.entries(items).flatMap(([id, item]) => [
    [id, item] as const,
    ...Object.entries(item.tiers ?? {}).map(
      ([tier, own]) => [`${id} (${tier})`, { ...item, stem: own.stem ?? item.stem, anchors: own.anchors ?? item.anchors }] as const,
    ),
  ])
}

function piecesOf(item: ItemWords): readonly string[] {
  return [item.stem, ...item.anchors, item.example]
}

function termsIn(pieces: readonly string[]): readonly string[] {
  return pieces
    .flatMap(parseTerms)
    .filter((piece): piece is Term => typeof piece !== 'string')
    .map(({ term }) => term)
}

export function repetitions({ anchors }: ItemWords): readonly Fault[] {
  return anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at).map((anchor) => `said twice: ${anchor}`)
}

/** Neighbouring steps must differ in most of their words, or nobody can choose between them. */
export function lookAlikes({ anchors }: ItemWords): readonly Fault[] {
  return anchors.slice(1).flatMap((anchor, at) => {
    const below = anchors[at] ?? ''
    return likeness(anchor, below) > mostLikeness ? [`too alike: ${below} / ${anchor}`] : []
  })
}

export function wrongOpenings({ anchors }: ItemWords, { opening }: HouseRules): readonly Fault[] {
  return anchors.filter((anchor) => !anchor.startsWith(opening)).map((anchor) => `does not start with ${opening}: ${anchor}`)
}

export function tooLong({ anchors }: ItemWords): readonly Fault[] {
  return anchors.filter((anchor) => wordsOf(anchor).length > mostWords).map((anchor) => `more than ${mostWords} words: ${anchor}`)
}

/** A stem is a heading and has no full stop; a described step is a sentence and has one. */
export function wrongEndings({ stem, anchors, example }: ItemWords): readonly Fault[] {
  return [
    ...(/[.:]$/.test(stem) ? [`a stem has no full stop: ${stem}`] : []),
    ...[...anchors, example].filter((piece) => !/[.?][»"]?$/.test(piece)).map((piece) => `has no full stop: ${piece}`),
  ]
}

export function forbiddenWords(item: ItemWords, { howOften, strangeMarks }: HouseRules): readonly Fault[] {
  return [
    ...item.anchors.flatMap((anchor) => foundIn(anchor, howOften).map((found) => `«${found}» only says how often: ${anchor}`)),
    ...piecesOf(item).flatMap((piece) => foundIn(piece, brands).map((found) => `«${found}» is a brand: ${piece}`)),
    ...piecesOf(item).flatMap((piece) => strangeMarks.filter((mark) => piece.includes(mark)).map((mark) => `has ${mark}: ${piece}`)),
  ]
}

export function termFaults({ items, terms }: PackWords): readonly Fault[] {
  const used = wordingsOf({ items }).map(([, item]) => termsIn(piecesOf(item)))
  return [
    ...used.flat().flatMap((term) => (term in terms ? [] : [`marked, but not explained: ${term}`])),
    ...Object.keys(terms).flatMap((term) => (used.flat().includes(term) ? [] : [`explained, but not marked anywhere: ${term}`])),
    ...used.flatMap((inItem) =>
      inItem.filter((term, at) => inItem.indexOf(term) !== at).map((term) => `marked twice in one item: ${term}`),
    ),
  ]
}

export function longExplanations({ terms }: PackWords): readonly Fault[] {
  return Object.entries(terms).flatMap(([term, { explanation }]) =>
    (explanation.match(/[.?](?=\s|$)/g)?.length ?? 0) > 2 ? [`more than two sentences: ${term}`] : [],
  )
}

/** At least three in four described steps are short. */
export function tooManyLongOnes(words: PackWords): readonly Fault[] {
  const anchors = wordingsOf(words).flatMap(([, item]) => item.anchors)
  const short = anchors.filter((anchor) => wordsOf(anchor).length <= fewWords)
  return short.length / anchors.length >= 0.75 ? [] : [`only ${short.length} of ${anchors.length} have ${fewWords} words or fewer`]
}

export function tooHardToRead({ items, terms }: PackWords, { maximumLix }: HouseRules): readonly Fault[] {
  const pieces = [
    ...wordingsOf({ items }).flatMap(([, item]) => piecesOf(item)),
    ...Object.values(terms).map(({ explanation }) => explanation),
  ]
  const found = lix(pieces)
  return found <= maximumLix ? [] : [`LIX is ${found.toFixed(1)}, and may be ${maximumLix}`]
}
