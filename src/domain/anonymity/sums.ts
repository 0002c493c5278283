import { type Dimension, type Tier, steps } from '../instrument/instrument.ts'
import { type Interval, type StepInterval, bandOf } from './bands.ts'
import type { BlockTiers } from './blocks.ts'
import type { Figure, GroupFigures, ShownFigure } from './document.ts'
import { sum } from './tally.ts'

/** Blocks that show a dimension from which the municipality has a figure of its own (R7). */
const fewestForOwnTotal = 10

export function isShown(figure: Figure): figure is ShownFigure {
  return !('hidden' in figure)
}

/** R4: the tier whose figure a block is in. Merged blocks and those of everyone are `not-split`. */
export function tierOf(blockTiers: BlockTiers): Tier | 'not-split' {
  const [only = '*'] = blockTiers
  return only === '*' || blockTiers.length > 1 ? 'not-split' : only
}

/** What the groups show on a dimension. */
export function shownIn(groups: readonly GroupFigures[], id: Dimension): readonly ShownFigure[] {
  return groups.flatMap((group) => group.dimensions.filter(isShown).filter((figure) => figure.id === id))
}

/** R7: the figures of several groups together, made from their published figures alone. */
export function sumOfGroups(groups: readonly GroupFigures[], dimensions: readonly Dimension[]): GroupFigures {
  return { n: sum(groups.map((group) => group.n)), dimensions: dimensions.map((id) => sumOfFigures(id, shownIn(groups, id))) }
}

/** R5 and R7: the sum of the intervals; hidden figures are in no sum. R6b: steps only where every figure has them. */
export function sumOfFigures(id: Dimension, figures: readonly ShownFigure[]): Figure {
  if (figures.length === 0) return { id, hidden: true }
  const shown = { id, of: sum(figures.map((figure) => figure.of)), below: sumOfIntervals(figures.map((figure) => figure.below)) }
  const withSteps = figures.flatMap((figure) => figure.steps ?? [])
  return withSteps.length === figures.length * steps.length ? { ...shown, steps: sumOfSteps(withSteps) } : shown
}

function sumOfSteps(intervals: readonly StepInterval[]): readonly StepInterval[] {
  return steps.map((step) => ({ step, ...sumOfIntervals(intervals.filter((each) => each.step === step)) }))
}

export function sumOfIntervals(intervals: readonly Interval[]): Interval {
  return { lo: sum(intervals.map((each) => each.lo)), hi: sum(intervals.map((each) => each.hi)) }
}

export type OwnTotal = { readonly kind: 'too-few-blocks' | 'withheld' } | { readonly kind: 'own'; readonly below: Interval }

/**
 * R7: the municipality's own interval for a dimension.
 * @param below people below target in all blocks that show the dimension
 */
export function ownTotal(figures: readonly ShownFigure[], below: number): OwnTotal {
  if (figures.length < fewestForOwnTotal) return { kind: 'too-few-blocks' }
  if (couldPin(figures)) return { kind: 'withheld' }
  return { kind: 'own', below: bandOf(below, sum(figures.map((figure) => figure.of))) }
}

/**
 * R7: would some interval the total could take say of a block that none, or all, of it are below target?
 * Only published intervals decide, never the true total, so that withholding tells nothing.
 */
export function couldPin(figures: readonly ShownFigure[]): boolean {
  const { lo, hi } = sumOfIntervals(figures.map((figure) => figure.below))
  const of = sum(figures.map((figure) => figure.of))
  const none = bandOf(lo, of).hi === lo && figures.some((figure) => figure.below.lo === 0)
  const all = bandOf(hi, of).lo === hi && figures.some((figure) => figure.below.hi === figure.of)
  return none || all
}
