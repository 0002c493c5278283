import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { impliedBy } from '../../../src/domain/anonymity/audit.ts'
import { bandOf, stepBands } from '../../../src/domain/anonymity/bands.ts'
import type { StepCounts } from '../../../src/domain/anonymity/counts.ts'
import { releaseRound } from '../../../src/domain/anonymity/release.ts'
import { steps } from '../../../src/domain/instrument/instrument.ts'
import { figureIn, holds } from './block-tables.ts'
import { everyTable, isPinned, tightestIntervals } from './interval-attacker.ts'
import { countsOf } from './staff.ts'

const whole = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0)

/** Twenty to forty-two people on five steps, often all on one or two of them; and a target they share. */
const distribution = fc
  .record({
    people: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 42, size: 'max' }),
    onto: fc.array(fc.constantFrom(...steps), { minLength: 5, maxLength: 5 }),
    target: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ people, onto, target }) => ({ people: people.map((each) => onto[each] ?? 0), target }))

function releaseOf(people: readonly number[], target: number) {
  const values = people.map((step) => ({ tier: '-' as const, values: [step < target ? step + 5 : step] }))
  const released = releaseRound(countsOf([{ unit: 'unit', tiers: [], people: values }], ['1']))
  if (!released.ok) throw new Error(`refused: ${JSON.stringify(released.error)}`)
  return released.value
}

describe('the distribution over steps', () => {
  test('shows twenty people and more, nineteen not', () => {
    expect(stepBands([19, 0, 0, 0, 0], 19)).toBeUndefined()
    expect(stepBands([20, 0, 0, 0, 0], 20)).toHaveLength(5)
  })

  test('is for each step the interval of its count, one wider at each end, within nobody and everybody', () => {
    const counts: StepCounts = [0, 2, 6, 7, 5]
    expect(stepBands(counts, 20)).toEqual([
      { step: 0, lo: 0, hi: 2 },
      { step: 1, lo: 1, hi: 3 },
      { step: 2, lo: 4, hi: 7 },
      { step: 3, lo: 6, hi: 9 },
      { step: 4, lo: 4, hi: 7 },
    ])
  })

  test('never says that nobody or everybody is on a step, and the audit knows as much as somebody who tries every table', () => {
    fc.assert(
      fc.property(distribution, ({ people, target }) => {
        const release = releaseOf(people, target)
        const published = figureIn(release.total).steps ?? []
        const known = tightestIntervals(published, (table) => whole(table) === people.length)
        expect(impliedBy(release, '1')[0]?.steps).toEqual(known)
        expect(known.some((interval) => isPinned(interval, people.length))).toBe(false)
      }),
      { seed: 3, numRuns: 100 },
    )
  })

  test('never says, beside the figure below target and the target itself, that nobody or everybody is below it', () => {
    fc.assert(
      fc.property(distribution, ({ people, target }) => {
        const figure = figureIn(releaseOf(people, target).total)
        const possible = [...everyTable(figure.steps ?? [])]
          .filter((table) => whole(table) === people.length)
          .map((table) => whole(table.slice(0, target)))
          .filter((below) => holds(figure.below, [below]))
        expect(Math.max(...possible)).toBeGreaterThan(0)
        expect(Math.min(...possible)).toBeLessThan(people.length)
      }),
      { seed: 3, numRuns: 100 },
    )
  })

  test('is added up only where every block has it', () => {
    const people = (n: number) => Array.from({ length: n }, () => ({ tier: '-' as const, values: [2] }))
    const both = (second: number) =>
      releaseRound(
        countsOf(
          [
            { unit: 'large', tiers: [], people: people(20) },
            { unit: 'other', tiers: [], people: people(second) },
          ],
          ['1'],
        ),
      )
    const [small, large] = [both(19), both(20)]
    expect(small.ok && figureIn(small.value.total).steps).toBeUndefined()
    expect(large.ok && figureIn(large.value.total).steps?.[2]).toEqual({ step: 2, lo: 36, hi: 40 })
    expect(bandOf(20, 20)).toEqual({ lo: 19, hi: 20 })
  })
})
