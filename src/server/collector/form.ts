import { type Contribution, isWithdrawal } from '../../protocol/contribution.ts'
import type { RoundUnit } from '../../protocol/round.ts'

type Version = Pick<Contribution, 'tier' | 'values'>

/** A tier of the unit, or `-` where the unit sends none. All `-` is a withdrawal and carries no tier. */
function fitsUnit(version: Version, unit: RoundUnit, dimensions: number): boolean {
  if (version.values.length !== dimensions) return false
  if (isWithdrawal(version)) return true
  if (/^-+$/.test(version.values)) return false
  return unit.tiers.length === 0 ? version.tier === '-' : version.tier !== '-' && Number(version.tier) < unit.tiers.length
}

/** Whether a message fits the round it is for. A withdrawal says what it withdraws. */
export function isWellFormed(message: Contribution, unit: RoundUnit, dimensions: number): boolean {
  if (!fitsUnit(message, unit, dimensions)) return false
  if (message.prev === undefined) return !isWithdrawal(message)
  return fitsUnit(message.prev, unit, dimensions)
}
