import { type Tier, tiers } from '../instrument/instrument.ts'

/** R3, at opening: all tiers with a headcount where at least two have `k + 2` or more, otherwise none. */
export function tiersToSend(headcount: Readonly<Partial<Record<Tier, number>>>, k: number): readonly Tier[] {
  const large = tiers.filter((tier) => (headcount[tier] ?? 0) >= k + 2)
  return large.length >= 2 ? tiers.filter((tier) => (headcount[tier] ?? 0) > 0) : []
}
