import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval } from '../../../src/domain/anonymity/bands.ts'
import { nobodyBelow } from '../../../src/domain/anonymity/nobody-below.ts'
import { releaseRound } from '../../../src/domain/anonymity/release.ts'
import type { Release } from '../../../src/domain/anonymity/document.ts'
import type { Step } from '../../../src/domain/instrument/instrument.ts'
import { type Group, figureIn, holds, peopleOf } from './block-tables.ts'
import { isPinned, tightestIntervals } from './interval-attacker.ts'
import { countsOf } from './staff.ts'

type Unit = Group & { readonly target: Step }
/** Units of five who are all below target, one perhaps where not all are, and some where everybody's target is 0, so that nobody is. */
const municipality = fc
  .record({
    all: fc.integer({ min: 8, max: 10 }),
    one: fc.constantFrom([], [], [4], [0]),
    reached: fc.array(fc.integer({ min: 5, max: 19 }), { maxLength: 3 }),
  })
  .map(({ all, one, reached }): readonly Unit[] => [
    ...[...Array.from({ length: all }, () => 5), ...one].map((below) => ({ n: 5, below, target: 2 }) as const),
    ...reached.map((n) => ({ n, below: 0, target: 0 }) as const),
  ])

/** The round as it was frozen: a unit of target 0 has practice alone, the others teachers. */
function frozenOf(units: readonly Unit[]) {
  return {
    dimensions: [{ id: '1', targets: { practice: 0, teacher: 2, leader: 0, owner: 0 } }] as const,
    units: units.map(({ n, target }) => ({ headcount: target === 0 ? { practice: n } : { teacher: n } })),
  }
}

function releaseOf(units: readonly Unit[], rule: 'the rule' | 'no rule'): Release {
  const staff = units.map((each, at) => ({ unit: `unit-${at}`, tiers: [], people: peopleOf(each) }))
  const found = rule === 'the rule' ? nobodyBelow(frozenOf(units)).map(({ dimension }) => dimension) : []
  const released = releaseRound({ ...countsOf(staff, ['1']), nobodyBelow: found })
  if (!released.ok) throw new Error(released.error.kind)
  return released.value
}

const isHidden = (release: Release) => release.total.dimensions.every((figure) => 'hidden' in figure)

/** What follows for somebody who reads the numbers, and the targets that everybody is shown. Of those with target 0 nothing is new. */
function learned(release: Release, units: readonly Unit[]): readonly { readonly interval: Interval; readonly of: number }[] {
  if (isHidden(release)) return []
  const candidates = release.blocks.map((block, at) => (units[at]?.target === 0 ? { lo: 0, hi: 0 } : figureIn(block).below))
  const intervals = tightestIntervals(candidates, (below) => holds(figureIn(release.total).below, below))
  return intervals.flatMap((interval, at) => (units[at]?.target === 0 ? [] : [{ interval, of: units[at]?.n ?? 0 }]))
}
const givesAway = (release: Release, units: readonly Unit[]) => learned(release, units).some(({ interval, of }) => isPinned(interval, of))

describe('where nobody of a tier can be below its target', () => {
  test('nothing that is published says of others that all or none of them are, whatever the targets', () => {
    const met = new Set<boolean>()
    fc.assert(
      fc.property(municipality, (units) => {
        const release = releaseOf(units, 'the rule')
        met.add(isHidden(release))
        expect(isHidden(release)).toBe(units.some(({ target }) => target === 0))
        expect(givesAway(release, units)).toBe(false)
      }),
      { seed: 5, numRuns: 200 },
    )
    expect(met).toEqual(new Set([true, false]))
  })

  test('figures as of any other dimension would', () => {
    const drawn = fc.sample(municipality, { seed: 5, numRuns: 200 })
    expect(drawn.filter((units) => givesAway(releaseOf(units, 'no rule'), units)).length).toBeGreaterThan(0)
  })

  test('a tier without heads takes no part, and may have any target', () => {
    const targets = { practice: 0, teacher: 1, leader: 0, owner: 4 } as const
    const dimensions = [
      { id: '1', targets },
      { id: 'privacy', targets: { ...targets, practice: 1 } },
    ] as const
    const found = (...units: { headcount: object }[]) => nobodyBelow({ dimensions, units })
    expect(found({ headcount: { teacher: 9, practice: 0, owner: 1 } })).toEqual([])
    expect(found({ headcount: { teacher: 9 } }, { headcount: { practice: 1, leader: 1 } })).toEqual([
      { dimension: '1', tier: 'practice' },
      { dimension: '1', tier: 'leader' },
      { dimension: 'privacy', tier: 'leader' },
    ])
  })
})
