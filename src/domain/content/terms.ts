/** A word with an explanation, marked in content as `[samtykket](consent)`. */
export type Term = { readonly text: string; readonly term: string }

const marked = /\[([^\]]+)\]\(([a-z0-9-]+)\)/g

/** Splits a sentence into plain pieces and marked terms, in order. */
export function parseTerms(sentence: string): readonly (string | Term)[] {
  const pieces: (string | Term)[] = []
  let from = 0
  for (const match of sentence.matchAll(marked)) {
    const [whole, text = '', term = ''] = match
    if (match.index > from) pieces.push(sentence.slice(from, match.index))
    pieces.push({ text, term })
    from = match.index + whole.length
  }
  if (from < sentence.length) pieces.push(sentence.slice(from))
  return pieces
}

/** The sentence without its marks: for print, labels and messages. */
export function withoutTerms(sentence: string): string {
  return sentence.replace(marked, '$1')
}
