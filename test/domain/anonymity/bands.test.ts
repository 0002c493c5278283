import { describe, expect, test } from 'vitest'
import { type Interval, bandOf } from '../../../src/domain/anonymity/bands.ts'
import boundaries from '../../cases/release/bands.json' with { type: 'json' }

const peopleCounts = Array.from({ length: 56 }, (_, at) => at + 5)

/** The different intervals for all counts of `of` people, in order. */
function bandsFor(of: number): readonly Interval[] {
  const bands = Array.from({ length: of + 1 }, (_, count) => bandOf(count, of))
  return bands.filter((band, at) => at === 0 || band.lo !== bands[at - 1]?.lo)
}

describe.each(peopleCounts)('the intervals for %i people', (of) => {
  test('share out all counts from nobody to everybody, each count in the interval it is published as', () => {
    const bands = bandsFor(of)
    expect(bands[0]?.lo).toBe(0)
    expect(bands.at(-1)?.hi).toBe(of)
    bands.slice(1).forEach((band, at) => {
      expect(band.lo).toBe((bands[at]?.hi ?? 0) + 1)
    })
    for (let count = 0; count <= of; count += 1)
      expect(bands.filter((band) => band.lo <= count && count <= band.hi)).toEqual([bandOf(count, of)])
  })

  test('never say nobody or everybody, and mirror each other at the ends', () => {
    const [first, last] = [bandOf(0, of), bandOf(of, of)]
    expect(first.hi).toBeGreaterThanOrEqual(1)
    expect(last.lo).toBe(of - first.hi)
  })
})

test.each(peopleCounts.filter((of) => of >= 20))('the inner intervals for %i people hold the counts that round to one percentage', (of) => {
  const rounded = (count: number) => Math.floor((100 * count) / of / (of < 40 ? 10 : 5) + 0.5)
  const inner = bandsFor(of).slice(1, -1)
  for (const band of inner) expect(rounded(band.lo)).toBe(rounded(band.hi))
  inner.slice(1).forEach((band, at) => {
    expect(rounded(band.lo)).toBeGreaterThan(rounded(inner[at]?.hi ?? 0))
  })
})

test.each(boundaries.people)('$of people have the intervals people read', ({ of, intervals }) => {
  expect(
    bandsFor(of)
      .map(({ lo, hi }) => (lo === hi ? `${lo}` : `${lo}–${hi}`))
      .join(', '),
  ).toBe(intervals)
})
