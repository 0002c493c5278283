import { describe, expect, it } from 'vitest'
import {
  type Assessment,
  answerItem,
  answerTo,
  answeredCount,
  finishAssessment,
  noteItem,
  predictLevels,
  rateConfidence,
  reopenAssessment,
  startAssessment,
  unansweredItems,
} from '../../../src/domain/assessment/assessment.ts'
import type { Instrument } from '../../../src/domain/instrument/instrument.ts'
import type { Result } from '../../../src/domain/result.ts'

const now = '2026-11-21T08:00:00.000Z'
const later = '2026-11-22T08:00:00.000Z'
const item = { id: '1.a', version: 1 }
const instrument: Instrument = {
  sector: 'barnehage',
  version: 'case',
  parts: [{ dimension: '1', items: [item, { id: '1.b', version: 1 }] }],
}
const fresh = startAssessment(instrument, { tier: 'practice', modules: ['privacy'] }, { id: 'a', now })

function valueOf(result: Result<Assessment, unknown>): Assessment {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('an answer', () => {
  it('replaces the one before, and remembers which wording it answers', () => {
    const once = valueOf(answerItem(fresh, instrument, '1.a', { kind: 'step', step: 1 }, now))
    const twice = valueOf(answerItem(once, instrument, '1.a', { kind: 'step', step: 3 }, later))
    expect(twice.answers).toEqual({ '1.a': { answer: { kind: 'step', step: 3 }, version: 1 } })
    expect(twice.changedAt).toBe(later)
  })

  it('to an older wording is no answer to the new one', () => {
    const assessment = valueOf(answerItem(fresh, instrument, '1.a', { kind: 'step', step: 1 }, now))
    expect(answerTo(assessment, item)).toEqual({ kind: 'step', step: 1 })
    expect(answerTo(assessment, { ...item, version: 2 })).toBeUndefined()
  })

  it('is refused for a question that does not exist, and after the end', () => {
    expect(answerItem(fresh, instrument, '9.z', { kind: 'skipped' }, now)).toMatchObject({ error: { kind: 'unknown-item', itemId: '9.z' } })
    const finished = finishAssessment(fresh, now)
    expect(answerItem(finished, instrument, '1.a', { kind: 'skipped' }, now)).toMatchObject({ error: { kind: 'already-finished' } })
  })
})

describe('what is unanswered', () => {
  it('is what was never reached and what was skipped, but not what is not relevant', () => {
    expect(unansweredItems(fresh, instrument)).toHaveLength(2)
    const notRelevant = valueOf(answerItem(fresh, instrument, '1.a', { kind: 'not-relevant' }, now))
    const skipped = valueOf(answerItem(notRelevant, instrument, '1.b', { kind: 'skipped' }, now))
    expect(unansweredItems(skipped, instrument).map(({ id }) => id)).toEqual(['1.b'])
    expect(answeredCount(skipped, instrument)).toBe(2)
  })
})

describe('expectation and certainty', () => {
  it('keep only areas that are asked about', () => {
    expect(valueOf(predictLevels(fresh, instrument, { '1': 2 }, now))).toMatchObject({ predictions: { '1': 2 }, predictedAt: now })
    expect(predictLevels(fresh, instrument, { ai: 2 }, now)).toMatchObject({ error: { kind: 'unknown-dimension', dimension: 'ai' } })
    expect(rateConfidence(fresh, instrument, 'ai', 'sure', now)).toMatchObject({ error: { kind: 'unknown-dimension' } })
  })
})

describe('a private note', () => {
  it('can be written after the end, and is gone when emptied', () => {
    const finished = finishAssessment(fresh, now)
    const noted = valueOf(noteItem(finished, instrument, '1.a', 'Ask Karin', later))
    expect(noted.notes).toEqual({ '1.a': 'Ask Karin' })
    expect(valueOf(noteItem(noted, instrument, '1.a', '  ', later)).notes).toEqual({})
  })
})

describe('the end', () => {
  it('stays as it was when finished twice, and opens again with every answer', () => {
    const assessment = valueOf(answerItem(fresh, instrument, '1.a', { kind: 'step', step: 4 }, now))
    const finished = finishAssessment(assessment, now)
    expect(finishAssessment(finished, later)).toBe(finished)
    const open = reopenAssessment(finished, later)
    expect(open).not.toHaveProperty('finishedAt')
    expect(open.answers).toEqual(assessment.answers)
  })
})
