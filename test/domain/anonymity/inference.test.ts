import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit, impliedBy } from '../../../src/domain/anonymity/audit.ts'
import { bandOf } from '../../../src/domain/anonymity/bands.ts'
import type { Release } from '../../../src/domain/anonymity/document.ts'
import { steps } from '../../../src/domain/instrument/instrument.ts'
import { type Group, figureIn, holds, releaseOfBlocks, releaseOfTierBlocks, withBelow } from './block-tables.ts'
import { isPinned, tightestIntervals } from './interval-attacker.ts'
import { withholdWhenTruePins } from './naive-rules.ts'
import { belowIn, fromNumbers, fromRules, municipality } from './readers.ts'

const group = (most: number) =>
  fc.integer({ min: 5, max: most }).chain((n) => fc.record({ n: fc.constant(n), below: fc.integer({ min: 0, max: n }) }))

const implied = (release: Release) => impliedBy(release, '1').map((each) => each.below)
const wasWithheld = (release: Release) => release.audit.withheld.length > 0

describe('the audit', () => {
  const pair = fc.tuple(group(8), group(8))
  const ownFigures = fc.record({ tiers: fc.boolean(), total: fc.boolean() })

  test('knows as much as somebody who tries every table, whatever figures are published', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 2 }), ownFigures, (pairs, own) => {
        const release = withOwnFigures(releaseOfTierBlocks(pairs), pairs, own)
        const blocks = belowIn(release.blocks)
        const [practice, teachers] = belowIn(release.tiers)
        const everyCount = release.blocks.map(({ n }) => ({ lo: 0, hi: n }))
        const known = tightestIntervals(everyCount, (below) => {
          const ofTier = (parity: number) => below.filter((_, at) => at % 2 === parity)
          const inBlocks = blocks.every((interval, at) => holds(interval, [below[at] ?? 0]))
          return (
            inBlocks &&
            !!practice &&
            holds(practice, ofTier(0)) &&
            !!teachers &&
            holds(teachers, ofTier(1)) &&
            holds(figureIn(release.total).below, below)
          )
        })
        const byBlock = release.blocks.map((block) => impliedBy(release, '1').find((each) => each.block === block)?.below)
        expect(byBlock).toEqual(known)
        expect(audit(release).ok).toBe(!known.some((interval, at) => isPinned(interval, release.blocks[at]?.n ?? 0)))
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  test('refuses a total that gives away that all of a block are below target, and says which block', () => {
    const release = releaseOfBlocks([
      { n: 5, below: 1 },
      { n: 5, below: 5 },
    ])
    const refused = audit({ ...release, total: withBelow(release.total, { lo: 6, hi: 8 }) })
    expect(refused).toEqual({ ok: false, error: { kind: 'block-pinned', unit: 'unit-1', tiers: ['*'], dimension: '1' } })
  })

  test('refuses step figures that give away that nobody is on a step', () => {
    const release = releaseOfBlocks([{ n: 20, below: 8 }])
    const given = [20, 0, 0, 0, 0] as const
    const bands = steps.map((step) => ({ step, lo: given[step], hi: given[step] + 1 }))
    const blocks = release.blocks.map((block) => ({ ...block, dimensions: [{ ...figureIn(block), steps: bands }] }))
    expect(audit({ ...release, blocks }).ok).toBe(false)
  })
})

function withOwnFigures(release: Release, pairs: readonly (readonly [Group, Group])[], own: { tiers: boolean; total: boolean }): Release {
  const band = (groups: readonly Group[]) =>
    bandOf(
      groups.reduce((sum, each) => sum + each.below, 0),
      groups.reduce((sum, each) => sum + each.n, 0),
    )
  const tierBands = [band(pairs.map(([practice]) => practice)), band(pairs.map(([, teachers]) => teachers))]
  return {
    ...release,
    tiers: release.tiers.map((tier, at) => (own.tiers ? withBelow(tier, tierBands[at] ?? { lo: 0, hi: 0 }) : tier)),
    total: own.total ? withBelow(release.total, band(pairs.flat())) : release.total,
  }
}

describe('all published numbers together', () => {
  test('never say that all or none of a block are below target, to readers of numbers and to knowers of rules alike', () => {
    const met = new Set<boolean>()
    fc.assert(
      fc.property(municipality, (groups) => {
        const release = releaseOfBlocks(groups)
        met.add(wasWithheld(release))
        const numbers = fromNumbers(release)
        expect(implied(release)).toEqual(numbers)
        expect(fromRules(release, groups)).toEqual(numbers)
        expect(numbers.some((interval, at) => isPinned(interval, groups[at]?.n ?? 0))).toBe(false)
      }),
      { seed: 7, numRuns: 30 },
    )
    expect(met).toEqual(new Set([true, false]))
  }, 60_000)

  test('give a block away where the truth decides what is withheld', () => {
    const municipalities = fc.sample(municipality, { seed: 7, numRuns: 60 })
    const givenAway = municipalities.filter((groups) => {
      const sizes = groups.map(({ n }) => n)
      const published = withholdWhenTruePins(
        groups.map(({ below }) => below),
        sizes,
      )
      const known = tightestIntervals(
        published.blocks,
        (below) => JSON.stringify(withholdWhenTruePins(below, sizes)) === JSON.stringify(published),
      )
      return known.some((interval, at) => isPinned(interval, sizes[at] ?? 0))
    })
    expect(givenAway.length).toBeGreaterThan(0)
  })
})
