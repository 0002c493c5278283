import { describe, expect, test } from 'vitest'
import type { DimensionCounts, RoundCounts, TierCounts, UnitCounts } from '../../../src/domain/anonymity/counts.ts'
import type { Figure, GroupFigures, Release } from '../../../src/domain/anonymity/document.ts'
import { releaseRound } from '../../../src/domain/anonymity/release.ts'
import { tiersToSend } from '../../../src/domain/anonymity/tiers.ts'
import { unitResult } from '../../../src/domain/anonymity/unit-result.ts'
import type { Dimension, Sector, Tier } from '../../../src/domain/instrument/instrument.ts'

/** People who contributed: per dimension how many are below target, and how many gave no value. */
type Contributed = {
  readonly people: number
  readonly below: Readonly<Partial<Record<Dimension, number>>>
  readonly noValue?: Readonly<Partial<Record<Dimension, number>>>
}
type UnitCase = {
  readonly unit: string
  readonly sector: Sector | `leaders-${Sector}`
  readonly headcount: Readonly<Partial<Record<Tier, number>>>
  readonly contributed: Readonly<Partial<Record<Tier | 'everyone', Contributed>>>
}
type ReleaseCase = {
  readonly about: string
  readonly k: number
  readonly dimensions: readonly Dimension[]
  readonly units: readonly UnitCase[]
  readonly released: unknown
}

const cases = import.meta.glob<ReleaseCase>(['../../cases/release/*.json', '!**/bands.json'], { eager: true, import: 'default' })

function roundOf({ k, dimensions, units }: ReleaseCase): RoundCounts {
  return { round: 'round', k, dimensions, units: units.map((unit) => unitCounts(unit, k, dimensions)) }
}

function unitCounts({ unit, sector, headcount, contributed }: UnitCase, k: number, dimensions: readonly Dimension[]): UnitCounts {
  const tiers = tiersToSend(headcount, k)
  const named = tiers.length === 0 ? (['everyone'] as const) : tiers
  expect(Object.keys(contributed).filter((each) => !named.some((name) => name === each))).toEqual([])
  const counts = named.flatMap((tier): readonly TierCounts[] => {
    const given = contributed[tier]
    if (given === undefined) return []
    return [{ tier: tier === 'everyone' ? '-' : tier, n: given.people, dimensions: dimensions.map((each) => valuesOf(each, given)) }]
  })
  return { unit, name: unit, sector, tiers, counts }
}

function valuesOf(dimension: Dimension, { people, below, noValue }: Contributed): DimensionCounts {
  const under = below[dimension] ?? 0
  const others = people - under - (noValue?.[dimension] ?? 0)
  return { dimension, atOrAbove: [0, 0, 0, others, 0], below: [0, under, 0, 0, 0] }
}

function inWords(release: Release) {
  const small = release.smallUnits
  return {
    units: release.units.map((unit) => `${unit.unit}: ${unit.state === 'released' ? `${unit.n} people` : 'hidden'}`),
    blocks: release.blocks.map((block) => `${block.unit}, ${tiersInWords(block.tiers)}: ${figuresInWords(block)}`),
    smallUnits: small ? `${small.units.join(', ')}: ${small.n} people` : 'none',
    unitTotals: release.units.flatMap(({ unit }) => {
      const result = unitResult(release, unit)
      return result?.state === 'released' ? [`${unit}: ${figuresInWords(result.total)}`] : []
    }),
    tiers: release.tiers.map((tier) => `${tier.tier}: ${figuresInWords(tier)}`),
    municipality: figuresInWords(release.total),
    withheld: release.audit.withheld,
  }
}

function tiersInWords(tiers: readonly string[]): string {
  return tiers[0] === '*' ? 'everyone' : tiers.join(' + ')
}

function figuresInWords({ n, dimensions }: GroupFigures): string {
  return [`${n} people`, ...dimensions.map(figureInWords)].join('; ')
}

function figureInWords(figure: Figure): string {
  return `${figure.id}: ${'hidden' in figure ? 'hidden' : `${figure.below.lo}–${figure.below.hi} of ${figure.of}`}`
}

describe('a release', () => {
  test.each(Object.values(cases))('$about', (each) => {
    const released = releaseRound(roundOf(each))
    expect(released.ok && inWords(released.value)).toEqual(each.released)
  })
})
