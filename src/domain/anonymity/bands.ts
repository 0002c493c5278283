import { type StepCounts } from './counts.ts'
import { type Step, steps } from '../instrument/instrument.ts'

/** Both ends are possible counts. */
export type Interval = { readonly lo: number; readonly hi: number }
export type StepInterval = Interval & { readonly step: Step }

/** Counts of people with a value from which the distribution over steps is shown (R6b). */
const fewestForSteps = 20

/** R6: the interval published for `count` of `of` people. For every `of` from 5 these intervals share out 0 to `of`. */
export function bandOf(count: number, of: number): Interval {
  const low = Math.max(1, Math.floor(of / 20))
  const high = of - low
  if (count <= low) return { lo: 0, hi: low }
  if (count >= high) return { lo: high, hi: of }
  if (of < 10) return { lo: 2, hi: of - 2 }
  const inner = of < 20 ? half(count, of) : sameShare(count, of, of < 40 ? 10 : 20)
  return { lo: Math.max(inner.lo, low + 1), hi: Math.min(inner.hi, high - 1) }
}

function half(count: number, of: number): Interval {
  const middle = Math.floor(of / 2)
  return count <= middle ? { lo: 0, hi: middle } : { lo: middle + 1, hi: of }
}

/** All counts that round, half up, to the same one of `parts` equal shares of `of`. */
function sameShare(count: number, of: number, parts: number): Interval {
  const share = Math.floor((2 * parts * count + of) / (2 * of))
  return { lo: Math.ceil(((2 * share - 1) * of) / (2 * parts)), hi: Math.ceil(((2 * share + 1) * of) / (2 * parts)) - 1 }
}

/** R6b: per step its R6 interval, one wider at each end; nothing for fewer than 20 people. */
export function stepBands(counts: StepCounts, of: number): readonly StepInterval[] | undefined {
  if (of < fewestForSteps) return undefined
  return steps.map((step) => {
    const band = bandOf(counts[step], of)
    return { step, lo: Math.max(0, band.lo - 1), hi: Math.min(of, band.hi + 1) }
  })
}
