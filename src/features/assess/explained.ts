import type { Content } from '../../i18n/content.ts'
import { parseTerms } from '../../domain/content/terms.ts'
import type { ExplainedTerm } from '../../ui/assess/terms.tsx'

/** A sentence of an item, its marked words with their explanations. */
export function explained(content: Content, itemId: string, sentence: string): readonly (string | ExplainedTerm)[] {
  return parseTerms(sentence).map((piece) =>
    typeof piece === 'string' ? piece : { text: piece.text, ...content.term(itemId, piece.term) },
  )
}
