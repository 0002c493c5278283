import type { Dimension, Step, Tier } from '../instrument/instrument.ts'

/** The step an owner aims for, per dimension and tier. A missing dimension has no target. */
export type Targets = Readonly<Partial<Record<Dimension, Readonly<Record<Tier, Step>>>>>

export function targetOf(targets: Targets, dimension: Dimension, tier: Tier): Step | undefined {
  return targets[dimension]?.[tier]
}
