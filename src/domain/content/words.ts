import type { Sector, Tier } from '../instrument/instrument.ts'

/** An item in words: what it is about, its five described steps, and an example from work. */
export type Wording = { readonly stem: string; readonly anchors: readonly string[]; readonly example: string }

/** Wording for one tier or sector, where the work differs. What it leaves out is as for everyone. */
export type OwnWording = Partial<Wording>

/** `sectors` only in modules, which people of all sectors answer. */
export type ItemWords = Wording & {
  readonly tiers?: Readonly<Partial<Record<Tier, OwnWording>>>
  readonly sectors?: Readonly<Partial<Record<Sector, OwnWording>>>
}

export type TermWords = { readonly word: string; readonly explanation: string }

/** A short story about a colleague, what is asked about it, and why Peil placed the colleague where it did. */
export type VignetteWords = { readonly story: string; readonly question: string; readonly why: string }

export type CheckWords = { readonly question: string; readonly options: readonly string[]; readonly explanation: string }

/** The words of one pack in one language: items by id, terms by the id they are marked with, as in `[samtykket](consent)`. */
export type PackWords = {
  readonly items: Readonly<Record<string, ItemWords>>
  readonly terms: Readonly<Record<string, TermWords>>
  readonly vignettes?: Readonly<Record<string, VignetteWords>>
  readonly check?: Readonly<Record<string, CheckWords>>
}

/** The discussion cards of each sector's areas, and of the modules. */
export type CardFile = Readonly<Record<Sector | 'modules', Readonly<Record<string, readonly string[]>>>>
