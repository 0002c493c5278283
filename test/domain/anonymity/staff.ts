import type { DimensionCounts, RoundCounts, StepCounts, TierCounts, UnitCounts } from '../../../src/domain/anonymity/counts.ts'
import type { Dimension, Tier } from '../../../src/domain/instrument/instrument.ts'

/** 0–4: that step, at or above target. 5–9: step 0–4, below it. Nothing: no value. */
export type Value = number | undefined
/** One contribution: a value for every dimension of the round. */
export type Person = { readonly tier: Tier | '-'; readonly values: readonly Value[] }
export type Staff = { readonly unit: string; readonly tiers: readonly Tier[]; readonly people: readonly Person[] }

/** What the collector holds once these people have contributed. */
export function countsOf(staff: readonly Staff[], dimensions: readonly Dimension[], k = 5): RoundCounts {
  return { round: 'round', k, dimensions, units: staff.map((unit) => unitCounts(unit, dimensions)) }
}

function unitCounts({ unit, tiers, people }: Staff, dimensions: readonly Dimension[]): UnitCounts {
  const present = [...new Set(people.map((person) => person.tier))]
  const counts = present.map((tier): TierCounts => {
    const same = people.filter((person) => person.tier === tier)
    return {
      tier,
      n: same.length,
      dimensions: dimensions.map((dimension, at) =>
        countValues(
          dimension,
          same.map((person) => person.values[at]),
        ),
      ),
    }
  })
  return { unit, name: unit, sector: 'skole', tiers, counts }
}

function countValues(dimension: Dimension, values: readonly Value[]): DimensionCounts {
  const times = (value: number) => values.filter((each) => each === value).length
  const five = (first: number): StepCounts => [times(first), times(first + 1), times(first + 2), times(first + 3), times(first + 4)]
  return { dimension, atOrAbove: five(0), below: five(5) }
}
