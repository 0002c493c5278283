import type { MunicipalityBlock, Release, UnitBlock, UnitResult } from './document.ts'
import { sumOfGroups } from './sums.ts'

/**
 * The unit's document, made from the municipality's alone, so that it cannot say more. Its total is the sum of its blocks' intervals (R7).
 * Nothing for a unit that is not in the round.
 */
export function unitResult(release: Release, unitId: string): UnitResult | undefined {
  const unit = release.units.find((each) => each.unit === unitId)
  if (unit === undefined) return undefined
  const head = { v: 1, round: release.round, unit: unitId } as const
  if (unit.state === 'hidden') return { ...head, state: 'hidden', reason: 'too-few' }
  const blocks = release.blocks.filter((block) => block.unit === unitId)
  const dimensions = release.total.dimensions.map((figure) => figure.id)
  return { ...head, state: 'released', n: unit.n, blocks: blocks.map(unitBlock), total: sumOfGroups(blocks, dimensions) }
}

function unitBlock({ tiers, n, dimensions }: MunicipalityBlock): UnitBlock {
  return { tiers, n, dimensions }
}
