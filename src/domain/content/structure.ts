import type { CheckQuestion, Pack, Vignette } from '../instrument/instrument.ts'

/** What a pack consists of, without its words: those of Peil, and those a municipality writes. */
export type PackStructure = {
  readonly id: string
  readonly items: readonly string[]
  readonly vignettes?: readonly Vignette[]
  readonly check?: readonly CheckQuestion[]
}

export function structureOf({ id, parts, vignettes, check }: Pack): PackStructure {
  return { id, items: parts.flatMap((part) => part.items.map((item) => item.id)), vignettes: vignettes ?? [], check: check ?? [] }
}
