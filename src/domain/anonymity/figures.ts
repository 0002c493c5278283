import type { Dimension } from '../instrument/instrument.ts'
import { bandOf, stepBands } from './bands.ts'
import type { Block } from './blocks.ts'
import type { RoundCounts } from './counts.ts'
import type { Figure, MunicipalityBlock } from './document.ts'
import { tallyOf } from './tally.ts'

type Asked = Pick<RoundCounts, 'dimensions' | 'nobodyBelow'>

export function publishedBlock({ unit, tiers, n, counts }: Block, { dimensions, nobodyBelow = [] }: Asked, k: number): MunicipalityBlock {
  const figures = dimensions.map((id): Figure => (nobodyBelow.includes(id) ? { id, hidden: true } : figureOf(counts, id, k)))
  return { unit, tiers, n, dimensions: figures }
}

/** R5, R6, R6b: hidden with fewer than k values, 0 included. */
function figureOf(counts: Block['counts'], id: Dimension, k: number): Figure {
  const { of, below, steps } = tallyOf(counts, id)
  if (of < k) return { id, hidden: true }
  const bands = stepBands(steps, of)
  return { id, of, below: bandOf(below, of), ...(bands && { steps: bands }) }
}
