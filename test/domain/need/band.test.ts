import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, shareOf } from '../../../src/domain/need/band.ts'

type Case = { lo: number; hi: number; of: number; word: string; depth: number }
const { cases } = JSON.parse(readFileSync(new URL('../../cases/need/bands.json', import.meta.url), 'utf8')) as { cases: Case[] }

describe('the word for an interval', () => {
  it.each(cases)('$lo–$hi of $of is "$word"', ({ lo, hi, of, word, depth }) => {
    expect(bandOf({ lo, hi, of })).toEqual({ depth, word })
  })

  it('never gets shallower when more have steps left', () => {
    const interval = fc.integer({ min: 5, max: 400 }).chain((of) => fc.tuple(fc.constant(of), fc.integer({ min: 0, max: of - 1 })))
    fc.assert(
      fc.property(interval, ([of, count]) => {
        const here = bandOf({ lo: count, hi: count, of })
        const more = bandOf({ lo: count + 1, hi: count + 1, of })
        expect(more.depth).toBeGreaterThanOrEqual(here.depth)
      }),
    )
  })

  it('measures the share at the middle of the interval', () => {
    expect(shareOf({ lo: 2, hi: 6, of: 8 })).toBe(0.5)
  })
})
