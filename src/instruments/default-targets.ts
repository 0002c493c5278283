import type { Dimension, Step, Tier } from '../domain/instrument/instrument.ts'

/**
 * Examples to start from, not a norm: who works with children under guidance aims at step 2, who plans the work aims at 3, a
 * leader at 3 to lead it, and who owns the service at 2 to understand it. A municipality sets its own before it opens a round.
 */
const usual: Readonly<Record<Tier, Step>> = { practice: 2, teacher: 3, leader: 3, owner: 2 }

/** Leading and providing are done by leaders and owners; the others take part. */
const ledFromAbove: Readonly<Record<Tier, Step>> = { practice: 1, teacher: 2, leader: 3, owner: 3 }

export function defaultTargets(dimension: Dimension): Readonly<Record<Tier, Step>> {
  return dimension === 'leadership' || dimension === 'conditions' ? ledFromAbove : usual
}
