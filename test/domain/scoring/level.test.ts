import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Part, steps } from '../../../src/domain/instrument/instrument.ts'
import { levelOf, neededAnswers, stepsGiven } from '../../../src/domain/scoring/level.ts'
import cases from '../../cases/scoring/levels.json' with { type: 'json' }
import { type Written, answered, partWith } from './asked.ts'

function levelIn(part: Part, answers: readonly Written[]): number | string {
  const level = levelOf(answered({ [part.dimension]: answers }), part)
  return level.kind === 'level' ? level.step : 'too few'
}

describe('the level of an area', () => {
  it.each(cases.area)('$says', ({ answers, level }) => {
    expect(levelIn(partWith('1', 3), answers)).toBe(level)
  })
})

describe('the level of a module', () => {
  it.each(cases.module)('$says', ({ answers, level }) => {
    expect(levelIn(partWith('privacy', 4), answers)).toBe(level)
  })
})

const answer: fc.Arbitrary<Written> = fc.constantFrom<Written>(...steps, 'not relevant', 'skipped', 'not answered', 'older wording')
const question = fc.record({
  part: fc.constantFrom(partWith('1', 3), partWith('privacy', 4), partWith('basic-it', 5), partWith('leadership', 6)),
  answers: fc.array(answer, { minLength: 6, maxLength: 6 }),
})

describe('every level', () => {
  it('is the same in whatever order the answers stand', () => {
    const shuffled = question.chain(({ part, answers }) => {
      const asked = answers.slice(0, part.items.length)
      return fc.record({
        part: fc.constant(part),
        asked: fc.constant(asked),
        again: fc.shuffledSubarray(asked, { minLength: asked.length, maxLength: asked.length }),
      })
    })
    fc.assert(
      fc.property(shuffled, ({ part, asked, again }) => {
        expect(levelIn(part, again)).toBe(levelIn(part, asked))
      }),
    )
  })

  it('is one of the steps given, with at least half of them at or above it', () => {
    fc.assert(
      fc.property(question, ({ part, answers }) => {
        const assessment = answered({ [part.dimension]: answers.slice(0, part.items.length) })
        const given = stepsGiven(assessment, part)
        const level = levelOf(assessment, part)
        if (level.kind === 'too-few') {
          expect(given.length).toBeLessThan(neededAnswers(part))
          return
        }
        expect(given).toContain(level.step)
        expect(2 * given.filter((step) => step <= level.step).length).toBeGreaterThanOrEqual(given.length)
        expect(2 * given.filter((step) => step >= level.step).length).toBeGreaterThan(given.length)
      }),
    )
  })

  it('never falls when an answer rises', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 3 }), fc.nat(2), (given, at) => {
        const raised = given.map((step, place) => (place === at ? Math.min(4, step + 1) : step))
        expect(Number(levelIn(partWith('1', 3), raised))).toBeGreaterThanOrEqual(Number(levelIn(partWith('1', 3), given)))
      }),
    )
  })
})
