import { isWithdrawal } from '../../protocol/contribution.ts'
import type { Sql, SqlValue } from '../store/database.ts'

/** One version of what a person sends: a character for the tier and one per dimension. */
export type Version = { readonly tier: string; readonly values: string }
/** Add a version, or take it back. */
export type Sign = 1 | -1

/** `($1, $2, $5, $6), ($1, $2, $7, $8)`: rows that share their first values. */
function placeholders(shared: number, own: number, rows: number): string {
  const first = Array.from({ length: shared }, (_, at) => `$${at + 1}`)
  const row = (at: number) => Array.from({ length: own }, (_, each) => `$${shared + at * own + each + 1}`)
  return Array.from({ length: rows }, (_, at) => `(${[...first, ...row(at)].join(', ')})`).join(', ')
}

/**
 * Adds one to, or takes one from, the unit's number of people and every cell the version has a value in. A withdrawal is in none.
 * @param intake the collector's number of the round
 */
export async function count(sql: Sql, intake: number, unit: string, version: Version, sign: Sign): Promise<void> {
  if (isWithdrawal(version)) return
  await sql.all(
    `INSERT INTO head (intake, unit, tier, n) VALUES ($1, $2, $3, $4)
     ON CONFLICT (intake, unit, tier) DO UPDATE SET n = head.n + excluded.n`,
    intake,
    unit,
    version.tier,
    sign,
  )
  const cells = Array.from(version.values).flatMap((value, dimension): SqlValue[] => (value === '-' ? [] : [dimension, value]))
  await sql.all(
    `INSERT INTO cell (intake, unit, tier, count, dimension, value) VALUES ${placeholders(4, 2, cells.length / 2)}
     ON CONFLICT (intake, unit, tier, dimension, value) DO UPDATE SET count = cell.count + excluded.count`,
    intake,
    unit,
    version.tier,
    sign,
    ...cells,
  )
}
