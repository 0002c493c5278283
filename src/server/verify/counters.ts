import type { Row, Sql } from '../store/database.ts'
import type { Fault } from './fault.ts'

/** Sums only: what a single person sent is not to be found here. */
export async function readCounters(collector: Sql): Promise<readonly Row[]> {
  return collector.all(
    `SELECT round,
       (SELECT COUNT(*) FROM nullifier WHERE nullifier.intake = intake.intake) AS nullifiers,
       (SELECT COUNT(*) FROM head WHERE head.intake = intake.intake) + (SELECT COUNT(*) FROM cell WHERE cell.intake = intake.intake) AS counters,
       (SELECT COALESCE(SUM(n), 0) FROM head WHERE head.intake = intake.intake) AS people,
       (SELECT COUNT(*) FROM head WHERE head.intake = intake.intake AND n < 0)
         + (SELECT COUNT(*) FROM cell WHERE cell.intake = intake.intake AND count < 0) AS negative,
       (SELECT COUNT(*) FROM (
          SELECT SUM(cell.count) AS values_here, cell.unit AS unit, cell.tier AS tier FROM cell
          WHERE cell.intake = intake.intake GROUP BY cell.unit, cell.tier, cell.dimension) AS sums
        WHERE values_here > COALESCE((SELECT n FROM head
          WHERE head.intake = intake.intake AND head.unit = sums.unit AND head.tier = sums.tier), 0)) AS crowded
     FROM intake ORDER BY round`,
  )
}

/** More people than used tokens, more values than people, or counters of a round that has been released. */
export function faultsOfCounters(rows: readonly Row[], released: ReadonlySet<string>): readonly Fault[] {
  return rows.flatMap((row): readonly Fault[] => {
    const round = String(row['round'])
    const [people, nullifiers, counters] = [Number(row['people']), Number(row['nullifiers']), Number(row['counters'])]
    if (released.has(round)) return nullifiers + counters > 0 ? [{ store: 'collector', kind: 'counters-kept', round }] : []
    const wrong = people > nullifiers || Number(row['negative']) > 0 || Number(row['crowded']) > 0
    return wrong ? [{ store: 'collector', kind: 'counters-wrong', round }] : []
  })
}
