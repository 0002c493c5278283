import type { Answer, Assessment, GivenAnswer } from '../../../src/domain/assessment/assessment.ts'
import { type Dimension, type Instrument, type Part, steps } from '../../../src/domain/instrument/instrument.ts'

/** An answer as the JSON cases write it. */
export type Written = number | string

export function partWith(dimension: Dimension, items: number): Part {
  return { dimension, items: Array.from({ length: items }, (_, at) => ({ id: `${dimension}.${at + 1}`, version: 2 })) }
}

export function instrumentOf(...parts: readonly Part[]): Instrument {
  return { sector: 'barnehage', version: 'case', parts }
}

function givenFor(written: Written): GivenAnswer | undefined {
  const step = steps.find((each) => each === written)
  if (step !== undefined) return { answer: { kind: 'step', step }, version: 2 }
  const spoken: Readonly<Record<string, { readonly answer: Answer; readonly version: number } | undefined>> = {
    'not relevant': { answer: { kind: 'not-relevant' }, version: 2 },
    skipped: { answer: { kind: 'skipped' }, version: 2 },
    'older wording': { answer: { kind: 'step', step: 3 }, version: 1 },
  }
  if (written !== 'not answered' && spoken[written] === undefined) throw new Error(`The case says ${String(written)}`)
  return spoken[written]
}

export function answered(given: Readonly<Record<string, readonly Written[]>>): Assessment {
  const answers = Object.entries(given).flatMap(([dimension, all]) =>
    all.flatMap((written, at) => {
      const answer = givenFor(written)
      return answer === undefined ? [] : [[`${dimension}.${at + 1}`, answer] as const]
    }),
  )
  return {
    id: 'a',
    sector: 'barnehage',
    tier: 'practice',
    instrumentVersion: 'case',
    modules: ['privacy'],
    startedAt: '2026-11-21T08:00:00.000Z',
    changedAt: '2026-11-21T08:00:00.000Z',
    predictions: {},
    answers: Object.fromEntries(answers),
    confidence: {},
    vignettes: {},
    notes: {},
  }
}
