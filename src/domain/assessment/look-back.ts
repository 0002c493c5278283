import type { Dimension, Step } from '../instrument/instrument.ts'
import { type Result, fail, ok } from '../result.ts'

/** Where the person, with what they know now, says they were at an earlier assessment. It changes no step, and is never sent. */
export type LookBack = {
  /** The earlier assessment. */
  readonly on: string
  readonly at: string
  readonly steps: Readonly<Partial<Record<Dimension, Step>>>
}

export type LookBackRefusal = { readonly kind: 'three-looked-back' }

/** A few areas thought about well say more than all of them. */
export const mostLookedBack = 3

export function hasRoomToLookBack(lookBack: LookBack | undefined): boolean {
  return Object.keys(lookBack?.steps ?? {}).length < mostLookedBack
}

/** Places the person of that time anew in one dimension. */
export function placeThen(
  before: LookBack | undefined,
  on: string,
  placed: { readonly dimension: Dimension; readonly step: Step },
  now: string,
): Result<LookBack, LookBackRefusal> {
  const isNew = before?.steps[placed.dimension] === undefined
  if (isNew && !hasRoomToLookBack(before)) return fail({ kind: 'three-looked-back' })
  return ok({ on: before?.on ?? on, at: now, steps: { ...before?.steps, [placed.dimension]: placed.step } })
}

/** Takes one dimension away. Nothing is left when it was the last. */
export function forgetThen(before: LookBack | undefined, dimension: Dimension): LookBack | undefined {
  if (before === undefined) return undefined
  const { [dimension]: _forgotten, ...steps } = before.steps
  return Object.keys(steps).length === 0 ? undefined : { ...before, steps }
}

/** How the person of that time looks now, beside what was answered then. */
export function seenAnew(then: Step, answered: Step): 'same' | 'lower' | 'higher' {
  if (then === answered) return 'same'
  return then < answered ? 'lower' : 'higher'
}
