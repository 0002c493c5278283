import type { DimensionCounts, StepCounts, TierCounts } from '../../domain/anonymity/counts.ts'
import type { Dimension, Tier } from '../../domain/instrument/instrument.ts'
import type { Round, RoundUnit } from '../../protocol/round.ts'
import type { Row, Sql } from '../store/database.ts'
import { intakeOf } from './intake.ts'

/** What the collector holds of a round, by unit. */
export type CountsOfUnit = (unit: RoundUnit) => readonly TierCounts[]

function tierOf(unit: RoundUnit, character: string): Tier | '-' {
  return unit.tiers[Number(character)] ?? '-'
}

function dimensionCounts(cells: readonly Row[], at: number, dimension: Dimension): DimensionCounts {
  const counted = (value: string) => Number(cells.find((row) => row['dimension'] === at && row['value'] === value)?.['count'] ?? 0)
  const steps = (values: readonly [string, string, string, string, string]): StepCounts => [
    counted(values[0]),
    counted(values[1]),
    counted(values[2]),
    counted(values[3]),
    counted(values[4]),
  ]
  return { dimension, atOrAbove: steps(['0', '1', '2', '3', '4']), below: steps(['a', 'b', 'c', 'd', 'e']) }
}

/** Reads the counters of a round at once. Their number depends on units and dimensions, never on contributions. */
export async function readCounts(sql: Sql, { round, dimensions }: Pick<Round, 'round' | 'dimensions'>): Promise<CountsOfUnit> {
  const { intake } = await intakeOf(sql, round)
  const heads = await sql.all('SELECT unit, tier, n FROM head WHERE intake = $1', intake)
  const cells = await sql.all('SELECT unit, tier, dimension, value, count FROM cell WHERE intake = $1', intake)
  const headsOf = Map.groupBy(heads, (row) => row['unit'])
  const cellsOf = Map.groupBy(cells, (row) => `${String(row['unit'])}\n${String(row['tier'])}`)
  return (unit) =>
    (headsOf.get(unit.unit) ?? []).map((head) => {
      const own = cellsOf.get(`${unit.unit}\n${String(head['tier'])}`) ?? []
      return {
        tier: tierOf(unit, String(head['tier'])),
        n: Number(head['n']),
        dimensions: dimensions.map(({ id }, at) => dimensionCounts(own, at, id)),
      }
    })
}

/** Release rule R10, the third step: nullifiers and counters of a round are gone from the file, not only from its tables. */
export async function destroyCounts(sql: Sql, round: string): Promise<void> {
  const { intake } = await intakeOf(sql, round)
  await sql.all('DELETE FROM nullifier WHERE intake = $1', intake)
  await sql.all('DELETE FROM cell WHERE intake = $1', intake)
  await sql.all('DELETE FROM head WHERE intake = $1', intake)
}
