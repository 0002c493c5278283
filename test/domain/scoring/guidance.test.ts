import { describe, expect, it } from 'vitest'
import { type Step, areas, steps } from '../../../src/domain/instrument/instrument.ts'
import type { Targets } from '../../../src/domain/profile/targets.ts'
import { type Suggestion, standingOf, strengthOf, suggestionsFor } from '../../../src/domain/scoring/guidance.ts'
import cases from '../../cases/scoring/guidance.json' with { type: 'json' }
import { answered, instrumentOf, partWith } from './asked.ts'

const instrument = instrumentOf(...areas.map((area) => partWith(area, 3)))

function targetsOf(written: Readonly<Partial<Record<string, number>>>): Targets {
  const rows = Object.entries(written).flatMap(([dimension, target]) => {
    const step: Step | undefined = steps.find((each) => each === target)
    return step === undefined ? [] : [[dimension, { practice: step, teacher: 4, leader: 4, owner: 4 }]]
  })
  return Object.fromEntries(rows) as Targets
}

function question(itemId: string): string {
  return itemId.split('.')[1] ?? ''
}

function inWords({ dimension, itemId, from, to }: Suggestion): string {
  return `${dimension}: question ${question(itemId)}, from ${from} to ${to}`
}

describe('what the result points out', () => {
  it.each(cases.cases)('$says', ({ answers, targets, suggested, strength }) => {
    const assessment = answered(answers)
    const suggestions = suggestionsFor(assessment, instrument, targetsOf(targets))
    expect(suggestions.map(inWords)).toEqual(suggested)
    const strong = strengthOf(assessment, instrument, suggestions[0]?.dimension)
    expect(strong ? `${strong.dimension}: question ${question(strong.itemId)}, step ${strong.step}` : 'none').toBe(strength)
  })

  it('points out only areas as a strength, never a module', () => {
    const privacy = instrumentOf(partWith('privacy', 4))
    expect(strengthOf(answered({ privacy: [4, 4, 4, 4] }), privacy)).toBeUndefined()
  })
})

describe('where a person stands in an area', () => {
  const part = partWith('3', 3)

  it('has a gap of target minus level, for the person’s own tier', () => {
    expect(standingOf(answered({ '3': [1, 1, 1] }), part, targetsOf({ '3': 3 }))).toMatchObject({ target: 3, gap: 2 })
  })

  it('has no gap without a target, or with too few answers', () => {
    expect(standingOf(answered({ '3': [1, 1, 1] }), part, {})).not.toHaveProperty('gap')
    expect(standingOf(answered({ '3': [1, 'skipped', 'skipped'] }), part, targetsOf({ '3': 3 }))).not.toHaveProperty('gap')
  })
})
