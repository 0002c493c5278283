import { type Dimension, areas, dimensions } from '../../domain/instrument/instrument.ts'
import { smallestK } from '../../domain/anonymity/counts.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import type { RoundFile } from '../../protocol/round-file.ts'
import type { Sql } from '../store/database.ts'

export type OpenRefusal =
  | { readonly kind: 'municipality-unknown' }
  | { readonly kind: 'unit-unknown'; readonly unit: string }
  | { readonly kind: 'unit-twice'; readonly unit: string }
  | { readonly kind: 'k-too-low'; readonly smallest: number }
  | { readonly kind: 'closes-in-the-past' }
  | { readonly kind: 'target-without-dimension'; readonly dimension: string }
  | { readonly kind: 'unit-in-open-round'; readonly unit: string }
  | { readonly kind: 'too-soon'; readonly unit: string; readonly earliest: string }

/** Release rule R9: closings of a unit lie at least this far apart. */
const daysBetweenClosings = 120

/** The areas, and the modules that the file asks for, in the framework's order. Without `modules`: privacy. */
export function dimensionsAsked(file: RoundFile): readonly Dimension[] {
  const asked: readonly Dimension[] = [...areas, ...(file.modules ?? ['privacy'])]
  return dimensions.filter((each) => asked.includes(each))
}

/** What can be said from the file alone. */
export function checkFile(file: RoundFile, now: Date): Result<void, OpenRefusal> {
  if ((file.k ?? smallestK) < smallestK) return fail({ kind: 'k-too-low', smallest: smallestK })
  if (new Date(file.closes) <= now) return fail({ kind: 'closes-in-the-past' })
  const ids = file.units.map(({ unit }) => unit)
  const twice = ids.find((unit, at) => ids.indexOf(unit) !== at)
  if (twice !== undefined) return fail({ kind: 'unit-twice', unit: twice })
  const asked: readonly string[] = dimensionsAsked(file)
  const stray = Object.keys(file.targets ?? {}).find((dimension) => !asked.includes(dimension))
  return stray === undefined ? ok(undefined) : fail({ kind: 'target-without-dimension', dimension: stray })
}

/** R9: no open round for any of the units, and enough time since the last one closed. */
export async function checkSpacing(sql: Sql, file: RoundFile): Promise<Result<void, OpenRefusal>> {
  for (const { unit } of file.units) {
    const earlier = await sql.all(
      `SELECT round.phase, round.closed FROM round_unit
       JOIN round ON round.municipality = round_unit.municipality AND round.round = round_unit.round
       WHERE round_unit.municipality = $1 AND round_unit.unit = $2 ORDER BY round.closed DESC`,
      file.municipality,
      unit,
    )
    if (earlier.some((row) => row['phase'] !== 'released')) return fail({ kind: 'unit-in-open-round', unit })
    const [last] = earlier
    if (last === undefined) continue
    const earliest = new Date(new Date(String(last['closed'])).getTime() + daysBetweenClosings * 86_400_000)
    if (new Date(file.closes) < earliest) return fail({ kind: 'too-soon', unit, earliest: earliest.toISOString() })
  }
  return ok(undefined)
}
