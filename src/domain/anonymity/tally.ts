import type { Dimension, Step } from '../instrument/instrument.ts'
import type { StepCounts, TierCounts } from './counts.ts'

/** What a group of people gave on one dimension: `of` of them a value, `below` of these below the target of their tier. */
export type Tally = { readonly of: number; readonly below: number; readonly steps: StepCounts }

export function peopleIn(counts: readonly TierCounts[]): number {
  return sum(counts.map((each) => each.n))
}

export function tallyOf(counts: readonly TierCounts[], dimension: Dimension): Tally {
  const given = counts.flatMap((each) => each.dimensions.filter((figures) => figures.dimension === dimension))
  const onStep = (step: Step) => sum(given.map((each) => each.below[step] + each.atOrAbove[step]))
  const steps: StepCounts = [onStep(0), onStep(1), onStep(2), onStep(3), onStep(4)]
  return { of: sum(steps), below: sum(given.flatMap((each) => each.below)), steps }
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0)
}
