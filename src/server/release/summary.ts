import type { RoundClosed } from '../../protocol/admin.ts'
import type { MunicipalityResult } from '../../protocol/results.ts'

/** What closing a round says of the released document: its hash, and how many units have figures. */
export function summaryOf({ round, sha256, units, smallUnits }: MunicipalityResult): RoundClosed {
  const released = units.filter(({ state }) => state === 'released').length
  return { round, sha256, units: { released, hidden: units.length - released, pooled: smallUnits?.units.length ?? 0 } }
}
