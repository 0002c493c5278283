import type { StoreName } from '../store/stores.ts'

/** One thing that is not as it should be. */
export type Fault = { readonly store: StoreName; readonly kind: FaultKind; readonly round?: string; readonly about?: string }
export type FaultKind =
  /** The file is not there, or the engine finds it damaged, or it was made by a newer Peil. */
  | 'missing'
  | 'damaged'
  | 'newer'
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
