import { type Fault, faultAt } from './fault.ts'
import { type Term, parseTerms } from './terms.ts'
import { type ReadItem, piecesOf } from './wordings.ts'
import type { PackWords } from './words.ts'

type Mark = { readonly way: string; readonly term: string }

function marksIn(item: ReadItem): readonly Mark[] {
  return piecesOf(item).flatMap(({ way, text }) =>
    parseTerms(text)
      .filter((piece): piece is Term => typeof piece !== 'string')
      .map(({ term }) => ({ way, term })),
  )
}

function markedTwice(marks: readonly Mark[]): readonly Fault[] {
  const terms = marks.map(({ term }) => term)
  return marks.filter(({ term }, at) => terms.indexOf(term) !== at).map(({ way, term }) => faultAt('term-twice', way, term))
}

function tooLong(explanation: string): boolean {
  return (explanation.match(/[.?](?=\s|$)/g)?.length ?? 0) > 2
}

/** Every marked word is explained, briefly, and no other is. */
export function termFaults(items: readonly ReadItem[], terms: PackWords['terms']): readonly Fault[] {
  const marks = items.flatMap(marksIn)
  const used = new Set(marks.map(({ term }) => term))
  return [
    ...marks.filter(({ term }) => !(term in terms)).map(({ way, term }) => faultAt('term-unexplained', way, term)),
    ...Object.keys(terms).flatMap((term) => (used.has(term) ? [] : [faultAt('term-unused', `terms/${term}`)])),
    ...Object.entries(terms).flatMap(([term, { explanation }]) =>
      tooLong(explanation) ? [faultAt('explanation-too-long', `terms/${term}/explanation`)] : [],
    ),
    ...items.flatMap((item) => markedTwice(marksIn(item))),
  ]
}
