import type { Dimension, Sector } from '../instrument/instrument.ts'
import type { Resource } from '../resource/resource.ts'
import type { Targets } from './targets.ts'

export const countries = ['NO', 'SE'] as const
export type Country = (typeof countries)[number]

/** What in Peil serves a goal that no question asks about, or serves it beside the questions. */
export const peilParts = [
  'rounds',
  'needs-page',
  'course-seats',
  'resources',
  'discussion-cards',
  'my-plan',
  'open-files',
  'unit-import',
] as const
export type PeilPart = (typeof peilParts)[number]

/** A goal or focus area of the document, in its order. Served by at least one dimension or part. */
export type ProfileGoal = {
  readonly id: string
  readonly dimensions: readonly Dimension[]
  readonly parts: readonly PeilPart[]
  /** Left out where the goal is for everyone. */
  readonly sectors?: readonly Sector[]
}

export type ProfileTargets = {
  /** A number that no document states: to start from, not decided by anybody. */
  readonly example: boolean
  /** A minimum is the least for everyone; an aim is where one is heading. */
  readonly kind: 'aim' | 'minimum'
  /** When it was decided, as a date. */
  readonly decided?: string
  readonly steps: Targets
}

export type SourceDocument = {
  /** As it is called in its own language. */
  readonly title: string
  readonly language: string
  /** When it was published, where that is known. */
  readonly year?: number
  readonly url?: string
}

/** A page outside Peil. `seen`: when somebody last found it there. */
export type GuidelineLink = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly url: string
  readonly seen?: string
}

/** What a municipality's own plan says, as data. Every word stands apart, per language. */
export type Profile = {
  readonly id: string
  readonly country: Country
  /** The languages of the document and of those it is for. */
  readonly languages: readonly string[]
  /** As far as is known, nobody adopted it. */
  readonly proposal: boolean
  readonly validFrom?: number
  /** The last year it is for. */
  readonly validTo: number
  readonly document: SourceDocument
  readonly goals: readonly ProfileGoal[]
  readonly guidelines: readonly GuidelineLink[]
  readonly targets?: ProfileTargets
  readonly ownResources: readonly Resource[]
  /** Ids of Peil's own resources that are not to be shown. */
  readonly hiddenResources: readonly string[]
  /** Ids of those of Peil's resources that are marked as unchecked, and that an owner has looked at and found good. */
  readonly confirmedResources: readonly string[]
  /** Functions one can turn to, never people. */
  readonly contacts: readonly string[]
  /** What a reader should know about the document. */
  readonly notes: readonly string[]
}

export type ProfileStatus = 'coming' | 'in-force' | 'past' | 'proposal' | 'past-proposal'

/** How a profile stands in a year. A proposal whose time is over is both, and says both. */
export function statusOf({ proposal, validFrom, validTo }: Profile, year: number): ProfileStatus {
  if (year > validTo) return proposal ? 'past-proposal' : 'past'
  if (proposal) return 'proposal'
  return validFrom !== undefined && year < validFrom ? 'coming' : 'in-force'
}
