import type { Dimension } from '../instrument/instrument.ts'
import { bandOf, stepBands } from './bands.ts'
import type { Block } from './blocks.ts'
import type { Figure, MunicipalityBlock } from './document.ts'
import { tallyOf } from './tally.ts'

export function publishedBlock({ unit, tiers, n, counts }: Block, dimensions: readonly Dimension[], k: number): MunicipalityBlock {
  return { unit, tiers, n, dimensions: dimensions.map((id) => figureOf(counts, id, k)) }
}

/** R5, R6, R6b: hidden with fewer than k values, 0 included. */
function figureOf(counts: Block['counts'], id: Dimension, k: number): Figure {
  const { of, below, steps } = tallyOf(counts, id)
  if (of < k) return { id, hidden: true }
  const bands = stepBands(steps, of)
  return { id, of, below: bandOf(below, of), ...(bands && { steps: bands }) }
}
