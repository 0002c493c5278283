import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import { answersReplaced, mergeAssessment } from '../../../src/domain/backup/merge-assessment.ts'
import { assessmentOf } from '../../support/belongings.ts'

const pair = [assessmentOf('a1'), assessmentOf('a1')] as const

function merged(one: Assessment, other: Assessment): Assessment {
  const both = mergeAssessment(one, other)
  if (both === undefined) throw new Error('not the same assessment')
  return both
}

test('two copies become the same, whichever of them is here', () => {
  fc.assert(
    fc.property(...pair, (one, other) => {
      expect(merged(one, other)).toEqual(merged(other, one))
    }),
  )
})

test('taking the same copy in once more changes nothing', () => {
  fc.assert(
    fc.property(...pair, (one, other) => {
      const once = merged(one, other)
      expect(merged(once, other)).toEqual(once)
      expect(merged(once, one)).toEqual(once)
      expect(merged(one, one)).toEqual({ ...one, modules: once.modules.filter((module) => one.modules.includes(module)) })
    }),
  )
})

test('no item, note, story or module of either side is missing afterwards, and nothing is made up', () => {
  fc.assert(
    fc.property(...pair, (one, other) => {
      const both = merged(one, other)
      for (const part of ['answers', 'notes', 'vignettes', 'predictions', 'confidence'] as const) {
        const keys = new Set([...Object.keys(one[part]), ...Object.keys(other[part])])
        expect(new Set(Object.keys(both[part]))).toEqual(keys)
        const [mine, theirs] = [one, other].map((side) => new Map<string, unknown>(Object.entries(side[part])))
        for (const [key, value] of Object.entries(both[part])) expect([mine?.get(key), theirs?.get(key)]).toContainEqual(value)
      }
      expect(new Set(both.modules)).toEqual(new Set([...one.modules, ...other.modules]))
    }),
  )
})

describe('an assessment that was gone on with in two places', () => {
  const base: Assessment = {
    ...{ id: 'a1', sector: 'skole', tier: 'teacher', instrumentVersion: '2026.1', modules: ['privacy'] },
    ...{ startedAt: '2026-11-01T07:00:00.000Z', changedAt: '2026-11-01T07:10:00.000Z' },
    ...{ predictions: {}, answers: {}, confidence: {}, vignettes: {}, notes: {} },
  }
  const given = (step: 0 | 1 | 2) => ({ answer: { kind: 'step', step }, version: 1 }) as const
  const here: Assessment = { ...base, answers: { 'skole.1.a': given(1), 'skole.1.b': given(1) } }
  const there: Assessment = {
    ...base,
    changedAt: '2026-11-02T07:00:00.000Z',
    answers: { 'skole.1.a': given(2), 'skole.2.a': given(2) },
  }

  it('has the later of two answers, and those that only one side has', () => {
    const both = merged(here, there)
    expect(both.answers).toEqual({ 'skole.1.a': given(2), 'skole.1.b': given(1), 'skole.2.a': given(2) })
    expect(both.changedAt).toBe(there.changedAt)
    expect(answersReplaced(here, both)).toBe(1)
    expect(answersReplaced(there, both)).toBe(0)
  })

  it('is finished or open again as the side changed last says', () => {
    const finishedAt = '2026-11-01T07:10:00.000Z'
    expect(merged({ ...here, finishedAt }, there).finishedAt).toBeUndefined()
    expect(merged(here, { ...there, finishedAt }).finishedAt).toBe(finishedAt)
  })

  it.each([{ sector: 'sfo' }, { tier: 'leader' }, { instrumentVersion: '2027.1' }, { startedAt: '2026-10-01T07:00:00.000Z' }] as const)(
    'is not mixed with one that only shares its id: %j',
    (difference) => {
      expect(mergeAssessment(here, { ...there, ...difference })).toBeUndefined()
    },
  )
})

test('a look back, and whatever a later Peil adds, is kept from either side', () => {
  const at = '2026-11-22T09:00:00.000Z'
  const bare: Assessment = {
    ...{ id: 'a', sector: 'sfo', tier: 'practice', instrumentVersion: '1', modules: [], startedAt: at, changedAt: at },
    ...{ predictions: {}, answers: {}, confidence: {}, vignettes: {}, notes: {} },
  }
  const lookedBack = { on: 'b', at, steps: { '1': 2 } }
  const looked = { ...bare, lookedBack, changedAt: '2026-11-22T09:05:00.000Z' }
  const newer = { ...bare, later: 'kept', changedAt: '2026-11-22T09:10:00.000Z' }
  for (const merged of [mergeAssessment(looked, newer), mergeAssessment(newer, looked)])
    expect(merged).toMatchObject({ lookedBack, later: 'kept' })
})
