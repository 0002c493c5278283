import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type LookBack,
  forgetThen,
  hasRoomToLookBack,
  mostLookedBack,
  placeThen,
  seenAnew,
} from '../../../src/domain/assessment/look-back.ts'
import { type Dimension, dimensions, steps } from '../../../src/domain/instrument/instrument.ts'

const now = '2026-11-21T08:00:00.000Z'

function placed(...all: readonly Dimension[]): LookBack | undefined {
  return all.reduce<LookBack | undefined>((before, dimension) => {
    const done = placeThen(before, 'a', { dimension, step: 1 }, now)
    if (!done.ok) throw new Error(done.error.kind)
    return done.value
  }, undefined)
}

describe('looking back', () => {
  it('is about one earlier assessment, and stays about it', () => {
    const first = placeThen(undefined, 'a', { dimension: '1', step: 0 }, now)
    expect(first).toEqual({ ok: true, value: { on: 'a', at: now, steps: { '1': 0 } } })
    expect(first.ok && placeThen(first.value, 'b', { dimension: '2', step: 4 }, now)).toMatchObject({ value: { on: 'a' } })
  })

  it('has room for three areas, and any of them can be placed again', () => {
    const full = placed('1', '3', 'ai')
    expect(hasRoomToLookBack(full)).toBe(false)
    expect(placeThen(full, 'a', { dimension: '2', step: 1 }, now)).toEqual({ ok: false, error: { kind: 'three-looked-back' } })
    expect(placeThen(full, 'a', { dimension: '3', step: 4 }, now)).toMatchObject({ ok: true, value: { steps: { '1': 1, '3': 4, ai: 1 } } })
  })

  it('leaves nothing when the last area is taken away', () => {
    expect(forgetThen(placed('1', '2'), '1')).toMatchObject({ steps: { '2': 1 } })
    expect(forgetThen(placed('1'), '1')).toBeUndefined()
    expect(forgetThen(undefined, '1')).toBeUndefined()
  })

  it('never holds more than three, whatever is placed and taken away', () => {
    const act = fc.record({ dimension: fc.constantFrom(...dimensions), step: fc.constantFrom(...steps), isAway: fc.boolean() })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const after = acts.reduce<LookBack | undefined>((before, { isAway, ...each }) => {
          if (isAway) return forgetThen(before, each.dimension)
          const done = placeThen(before, 'a', each, now)
          return done.ok ? done.value : before
        }, undefined)
        expect(Object.keys(after?.steps ?? {}).length).toBeLessThanOrEqual(mostLookedBack)
      }),
    )
  })

  it.each([
    [1, 2, 'lower'],
    [2, 2, 'same'],
    [3, 2, 'higher'],
  ] as const)('%i beside an answered %i is %s', (then, answered, seen) => {
    expect(seenAnew(then, answered)).toBe(seen)
  })
})
