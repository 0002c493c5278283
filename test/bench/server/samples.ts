/** The middle one; of an even number the mean of the two in the middle. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}

/** The smallest sample that `share` of all are not above. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN
}

/** What came of sending, or doing, many things. */
export type Pace = { readonly count: number; readonly perSecond: number; readonly p50: number; readonly p99: number }

/** @param latencies of each, in milliseconds */
export function paceOf(latencies: readonly number[], milliseconds: number): Pace {
  return {
    count: latencies.length,
    perSecond: (latencies.length / milliseconds) * 1000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  }
}
