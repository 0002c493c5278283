import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoundCounts } from '../../../src/domain/anonymity/counts.ts'
import type { Release } from '../../../src/domain/anonymity/document.ts'
import { releaseRound } from '../../../src/domain/anonymity/release.ts'
import { unitResult } from '../../../src/domain/anonymity/unit-result.ts'
import { randomStaff, twoDimensions } from './random-rounds.ts'
import { type Staff, countsOf } from './staff.ts'

function releaseOf(round: RoundCounts): Release {
  const released = releaseRound(round)
  if (!released.ok) throw new Error(`refused: ${JSON.stringify(released.error)}`)
  return released.value
}

const releaseOfStaff = (staff: readonly Staff[]) => releaseOf(countsOf(staff, twoDimensions))

/** The rows of units in one order, whatever the order of the round. */
function sorted(release: Release): Release {
  const byUnit = <T extends { readonly unit: string }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => (a.unit < b.unit ? -1 : Number(a.unit > b.unit)))
  const { smallUnits } = release
  return {
    ...release,
    units: byUnit(release.units),
    blocks: byUnit(release.blocks),
    ...(smallUnits && { smallUnits: { ...smallUnits, units: smallUnits.units.toSorted() } }),
  }
}

describe('a release', () => {
  test('does not depend on the order of contributions, nor of what was counted of them', () => {
    const shuffled = randomStaff(12, 25).chain((staff) =>
      fc.record({
        staff: fc.constant(staff),
        other: fc.tuple(...staff.map((unit) => fc.shuffledSubarray([...unit.people], { minLength: unit.people.length }))),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ staff, other }) => {
        const again = countsOf(
          staff.map((unit, at) => ({ ...unit, people: other[at] ?? [] })),
          twoDimensions,
        )
        const turned = again.units.map((unit) => ({
          ...unit,
          counts: unit.counts.toReversed().map((counts) => ({ ...counts, dimensions: counts.dimensions.toReversed() })),
        }))
        expect(releaseOf({ ...again, units: turned })).toEqual(releaseOfStaff(staff))
      }),
      { seed: 11, numRuns: 150 },
    )
  })

  test('does not depend on the order of units, but for the order of its rows, which is the order of the round', () => {
    const shuffled = randomStaff(12, 25).chain((staff) =>
      fc.record({ staff: fc.constant(staff), other: fc.shuffledSubarray([...staff], { minLength: staff.length }) }),
    )
    fc.assert(
      fc.property(shuffled, ({ staff, other }) => {
        const release = releaseOfStaff(other)
        expect(sorted(release)).toEqual(sorted(releaseOfStaff(staff)))
        expect(release.units.map(({ unit }) => unit)).toEqual(other.map(({ unit }) => unit))
        const place = (unit: string) => (unit === 'small-units' ? other.length : other.findIndex((each) => each.unit === unit))
        const places = release.blocks.map(({ unit }) => place(unit))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
      { seed: 12, numRuns: 150 },
    )
  })

  test('says the same of a unit when somebody is added to another unit', () => {
    const oneMore = randomStaff(8, 15).chain((staff) => fc.record({ staff: fc.constant(staff), at: fc.nat({ max: staff.length - 1 }) }))
    fc.assert(
      fc.property(oneMore, ({ staff, at }) => {
        const grown = staff.map((unit, place) =>
          place === at ? { ...unit, people: [...unit.people, { tier: unit.tiers[0] ?? ('-' as const), values: [7, 2] }] } : unit,
        )
        const [before, after] = [releaseOfStaff(staff), releaseOfStaff(grown)]
        staff.forEach(({ unit }, place) => {
          if (place !== at) expect(unitResult(after, unit)).toEqual(unitResult(before, unit))
        })
      }),
      { seed: 13, numRuns: 150 },
    )
  })
})
