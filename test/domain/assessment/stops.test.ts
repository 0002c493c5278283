import { describe, expect, it } from 'vitest'
import { type Assessment, answerItem, predictLevels, rateConfidence, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { type Stop, neighboursOf, resumeAt, stopsOf } from '../../../src/domain/assessment/stops.ts'
import type { Instrument } from '../../../src/domain/instrument/instrument.ts'
import type { Result } from '../../../src/domain/result.ts'
import cases from '../../cases/assessment/resume.json' with { type: 'json' }

const now = '2026-11-21T08:00:00.000Z'
const items = (area: string) => ['a', 'b', 'c'].map((letter) => ({ id: `${area}.${letter}`, version: 1 }))
const instrument: Instrument = {
  sector: 'barnehage',
  version: 'case',
  parts: [
    { dimension: '1', items: items('1') },
    { dimension: '2', items: items('2') },
  ],
}

function stopNamed(name: string): Stop {
  if (name === 'expectation') return { kind: 'prediction' }
  return name.startsWith('sure ') ? { kind: 'confidence', dimension: name === 'sure 1' ? '1' : '2' } : { kind: 'item', itemId: name }
}

function passing(assessment: Assessment, stop: Stop): Result<Assessment, unknown> {
  if (stop.kind === 'prediction') return predictLevels(assessment, instrument, {}, now)
  if (stop.kind === 'confidence') return rateConfidence(assessment, instrument, stop.dimension, 'skipped', now)
  return answerItem(assessment, instrument, stop.itemId, { kind: 'skipped' }, now)
}

function pass(assessment: Assessment, stop: Stop): Assessment {
  const passed = passing(assessment, stop)
  if (!passed.ok) throw new Error(`Could not pass ${JSON.stringify(stop)}`)
  return passed.value
}

const fresh = startAssessment(instrument, { tier: 'practice', modules: ['privacy'] }, { id: 'a', now })

describe('going on after a pause', () => {
  it.each(cases.cases)('$says', ({ passed, goesOnAt }) => {
    const assessment = passed.map(stopNamed).reduce(pass, fresh)
    expect(resumeAt(assessment, instrument)).toEqual(goesOnAt === 'the end' ? undefined : stopNamed(goesOnAt))
  })

  it('asks again when the wording of an answered question has changed', () => {
    const assessment = stopsOf(instrument).reduce(pass, fresh)
    const [first, ...rest] = instrument.parts
    const reworded: Instrument = {
      ...instrument,
      parts: [{ dimension: '1', items: (first?.items ?? []).map((item) => ({ ...item, version: item.id === '1.b' ? 2 : 1 })) }, ...rest],
    }
    expect(resumeAt(assessment, reworded)).toEqual({ kind: 'item', itemId: '1.b' })
  })
})

describe('the screens around one', () => {
  it('lead from the first to the last and back', () => {
    const stops = stopsOf(instrument)
    for (const [at, stop] of stops.entries()) {
      expect(neighboursOf(instrument, stop).previous).toEqual(stops[at - 1])
      expect(neighboursOf(instrument, stop).next).toEqual(stops[at + 1])
    }
  })

  it('are none for a screen that does not exist', () => {
    expect(neighboursOf(instrument, { kind: 'item', itemId: '9.z' })).toEqual({})
  })
})
