import type { Figure, ShownFigure } from '../anonymity/document.ts'
import { isShown } from '../anonymity/sums.ts'
import { type Dimension, dimensions } from '../instrument/instrument.ts'
import { type Depth, type Interval, bandOf, shareOf } from './band.ts'

/** One dimension a group could talk about, or already is good at. */
export type Need = { readonly dimension: Dimension; readonly interval: Interval }

export type Needs = {
  /** At most three, the smallest share with steps left first. None where nothing stands out. */
  readonly strengths: readonly Need[]
  /** At most three, the largest share with steps left first. */
  readonly needs: readonly Need[]
  /** Hidden because fewer than k people have a step there (release rule R5). */
  readonly hidden: readonly Dimension[]
}

const most = 3

export function intervalOf(figure: ShownFigure): Interval {
  return { lo: figure.below.lo, hi: figure.below.hi, of: figure.of }
}

/** Figures in the framework's order, which breaks ties everywhere. */
export function inFrameworkOrder<F extends { readonly id: Dimension }>(figures: readonly F[]): readonly F[] {
  return figures.toSorted((a, b) => dimensions.indexOf(a.id) - dimensions.indexOf(b.id))
}

function depthOf({ interval }: Need): Depth {
  return bandOf(interval).depth
}

function bySmallestShare(a: Need, b: Need): number {
  return shareOf(a.interval) - shareOf(b.interval)
}

/**
 * What a group is good at and what it could talk about, from published intervals only; ties in the framework's order.
 * A strength is in one of the two lowest bands, and in a lower one than every need shown: the same word never stands on both lists.
 */
export function needsOf(figures: readonly Figure[]): Needs {
  const ordered = inFrameworkOrder(figures)
  const shown = ordered.filter(isShown).map((figure) => ({ dimension: figure.id, interval: intervalOf(figure) }))
  const needs = shown
    .filter((each) => depthOf(each) > 1)
    .toSorted((a, b) => bySmallestShare(b, a))
    .slice(0, most)
  const leastNeed = Math.min(...needs.map(depthOf))
  const strengths = shown
    .filter((each) => depthOf(each) <= 2 && depthOf(each) < leastNeed)
    .toSorted(bySmallestShare)
    .slice(0, most)
  return { strengths, needs, hidden: ordered.filter((figure) => !isShown(figure)).map(({ id }) => id) }
}
