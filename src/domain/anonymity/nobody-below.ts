import { type Dimension, type Step, type Tier, tiers } from '../instrument/instrument.ts'

/** A tier that takes part and has a target that nobody can be below. */
export type NobodyBelow = { readonly dimension: Dimension; readonly tier: Tier }

type Frozen = {
  readonly dimensions: readonly { readonly id: Dimension; readonly targets: Readonly<Record<Tier, Step>> }[]
  readonly units: readonly { readonly headcount: Readonly<Partial<Record<Tier, number | undefined>>> }[]
}

/**
 * Nobody is below step 0. A block of people whose target is 0 is therefore known to have nobody below it, whatever interval is
 * published, and what is known of one block can give others away (R7). No such round is opened; in one that was, the dimension is
 * hidden. A tier without heads takes no part and may have any target.
 */
export function nobodyBelow({ dimensions, units }: Frozen): readonly NobodyBelow[] {
  const present = tiers.filter((tier) => units.some(({ headcount }) => (headcount[tier] ?? 0) > 0))
  return dimensions.flatMap(({ id, targets }) =>
    present.filter((tier) => targets[tier] === 0).map((tier) => ({ dimension: id, tier }) as const),
  )
}
