import type { Dimension, Sector, Tier } from '../instrument/instrument.ts'

/** Ten minutes alone, a meeting together, or something deeper: a course, a framework, a bank of tasks. */
export const resourceKinds = ['ten-minutes', 'meeting', 'deeper'] as const
export type ResourceKind = (typeof resourceKinds)[number]

export const logins = ['none', 'needed', 'unknown'] as const
export type Login = (typeof logins)[number]

/** Something to learn from, outside Peil. Its one line of description lives in `locales/`, under its id. */
export type Resource = {
  readonly id: string
  /** Names are said as their owner says them, in the owner's language. */
  readonly name: string
  readonly owner: string
  readonly url: string
  readonly sectors: readonly Sector[]
  readonly dimensions: readonly Dimension[]
  readonly tiers: readonly Tier[]
  /** The language of most of it first. */
  readonly languages: readonly string[]
  /** Whose rules and institutions it speaks of; none if it is for any country. */
  readonly countries: readonly string[]
  readonly kind: ResourceKind
  readonly login: Login
  /** The day it was seen in public material, or `unchecked`: then only owners see it. */
  readonly checkedAt: string
}

export function isChecked({ checkedAt }: Resource): boolean {
  return checkedAt !== 'unchecked'
}
