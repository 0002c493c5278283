import { type Dimension, areas, dimensions, tiers } from '../../domain/instrument/instrument.ts'
import { smallestK } from '../../domain/anonymity/counts.ts'
import { nobodyBelow } from '../../domain/anonymity/nobody-below.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import type { Headcount } from '../../protocol/round.ts'
import type { RoundFile } from '../../protocol/round-file.ts'
import type { UnitEntry } from '../../protocol/units-csv.ts'
import type { Sql } from '../store/database.ts'
import type { FrozenRound } from './rounds.ts'

export type OpenRefusal =
  | { readonly kind: 'municipality-unknown' }
  | { readonly kind: 'unit-unknown'; readonly unit: string }
  | { readonly kind: 'unit-twice'; readonly unit: string }
  | { readonly kind: 'k-too-low'; readonly smallest: number }
  | { readonly kind: 'k-too-high'; readonly largest: number }
  | { readonly kind: 'closes-in-the-past' }
  | { readonly kind: 'closes-too-late'; readonly latest: string }
  | { readonly kind: 'unit-without-heads'; readonly unit: string }
  | { readonly kind: 'leaders-twice'; readonly unit: string }
  | { readonly kind: 'target-too-low'; readonly dimension: string; readonly tier: string; readonly smallest: number }
  | { readonly kind: 'target-without-dimension'; readonly dimension: string }
  | { readonly kind: 'unit-in-open-round'; readonly unit: string }
  | { readonly kind: 'too-soon'; readonly unit: string; readonly earliest: string }

/** No school or kindergarten is so large that more would be asked for, and where nothing can be shown nothing needs to be asked. */
const largestK = 50
/** A slip of the finger in the year would keep units in an open round for good. */
const yearsOpen = 2

/** Release rule R9: closings of a unit lie at least this far apart. */
const daysBetweenClosings = 120

export function headsIn(headcount: Headcount): number {
  return tiers.reduce((sum, tier) => sum + (headcount[tier] ?? 0), 0)
}

/** The areas, and the modules that the file asks for, in the framework's order. Without `modules`: privacy. */
export function dimensionsAsked(file: RoundFile): readonly Dimension[] {
  const asked: readonly Dimension[] = [...areas, ...(file.modules ?? ['privacy'])]
  return dimensions.filter((each) => asked.includes(each))
}

/** What can be said from the file alone. */
export function checkFile(file: RoundFile, now: Date): Result<void, OpenRefusal> {
  if ((file.k ?? smallestK) < smallestK) return fail({ kind: 'k-too-low', smallest: smallestK })
  if ((file.k ?? smallestK) > largestK) return fail({ kind: 'k-too-high', largest: largestK })
  if (new Date(file.closes) <= now) return fail({ kind: 'closes-in-the-past' })
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + yearsOpen)
  if (new Date(file.closes) > latest) return fail({ kind: 'closes-too-late', latest: latest.toISOString() })
  const ids = file.units.map(({ unit }) => unit)
  const twice = ids.find((unit, at) => ids.indexOf(unit) !== at)
  if (twice !== undefined) return fail({ kind: 'unit-twice', unit: twice })
  const empty = file.units.find(({ headcount }) => headsIn(headcount) === 0)
  if (empty !== undefined) return fail({ kind: 'unit-without-heads', unit: empty.unit })
  const asked: readonly string[] = dimensionsAsked(file)
  const stray = Object.keys(file.targets ?? {}).find((dimension) => !asked.includes(dimension))
  return stray === undefined ? ok(undefined) : fail({ kind: 'target-without-dimension', dimension: stray })
}

/**
 * R8: a leader contributes to the sector's group of leaders, not to the own unit. Where a round has that group, heads of leaders in
 * a unit of the sector would be the same people once more; where it has none, they are a tier like any other (R3).
 */
export function checkLeaders(file: RoundFile, entries: readonly UnitEntry[]): Result<void, OpenRefusal> {
  const groups: readonly string[] = entries.map(({ sector }) => sector)
  const twice = entries.find(({ sector }, at) => groups.includes(`leaders-${sector}`) && (file.units[at]?.headcount.leader ?? 0) > 0)
  return twice === undefined ? ok(undefined) : fail({ kind: 'leaders-twice', unit: twice.unit })
}

/** Of targets that nobody can be below a figure says what is known already, and gives others away. */
export function checkTargets(round: Pick<FrozenRound, 'dimensions' | 'units'>): Result<void, OpenRefusal> {
  const [first] = nobodyBelow(round)
  return first === undefined ? ok(undefined) : fail({ kind: 'target-too-low', ...first, smallest: 1 })
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
