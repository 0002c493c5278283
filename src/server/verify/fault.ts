import type { StoreName } from '../store/stores.ts'

/** One thing that is not as it should be. */
export type Fault = { readonly store: StoreName; readonly kind: FaultKind; readonly round?: string; readonly about?: string }
export type FaultKind =
  /** The file is not there, or the engine finds it damaged, or it was made by a newer Peil. */
  | 'missing'
  | 'damaged'
  | 'newer'
  /** A table, column, index or guard is missing, is another, or is none of ours. */
  | 'schema-differs'
  /** PostgreSQL lets somebody into a store who has no business there, or keeps samples of what is to be destroyed. */
  | 'privileges-wrong'
  | 'samples-kept'
  /** A document does not have the hash it carries, is not in canonical form, or belongs to no round. */
  | 'document-malformed'
  | 'document-altered'
  | 'document-of-no-round'
  /** It is not the document whose hash stands in the audit log. */
  | 'document-replaced'
  /** A round and its document, secrets or counters are not in the same phase. */
  | 'round-malformed'
  | 'document-missing'
  | 'document-too-early'
  | 'secrets-kept'
  | 'secrets-missing'
  | 'closing-date-wrong'
  | 'more-signed-than-heads'
  | 'counters-kept'
  | 'counters-wrong'
