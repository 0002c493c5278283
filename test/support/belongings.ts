import * as fc from 'fast-check'
import type { Assessment } from '../../src/domain/assessment/assessment.ts'
import type { Belongings } from '../../src/domain/backup/merge.ts'
import { type Dimension, type Step, dimensions, modules } from '../../src/domain/instrument/instrument.ts'
import { type Goal, goalStatuses } from '../../src/domain/plan/goals.ts'

/** What people may have in Peil, from few ids, items and moments, so that two of them often meet. */

const instant = fc.constantFrom('01', '02', '03', '04').map((day) => `2026-11-${day}T08:00:00.000Z`)
const step = fc.constantFrom<Step>(0, 1, 2, 3, 4)
const item = fc.constantFrom('skole.1.a', 'skole.1.b', 'skole.2.a', '__proto__')
const dimension = fc.constantFrom<Dimension>(...dimensions.slice(0, 3))
const answer = fc.oneof(
  step.map((chosen) => ({ kind: 'step', step: chosen }) as const),
  fc.constant({ kind: 'skipped' } as const),
  fc.constant({ kind: 'not-relevant' } as const),
)
const given = fc.record({ answer, version: fc.constantFrom(1, 2) })
const changeable = fc.record(
  {
    modules: fc.subarray([...modules]),
    changedAt: instant,
    finishedAt: instant,
    predictions: fc.dictionary(dimension, step, { maxKeys: 3 }),
    predictedAt: instant,
    answers: fc.dictionary(item, given, { maxKeys: 4 }),
    confidence: fc.dictionary(dimension, fc.constantFrom('unsure', 'sure', 'skipped'), { maxKeys: 3 }),
    vignettes: fc.dictionary(item, step, { maxKeys: 3 }),
    notes: fc.dictionary(item, fc.constantFrom('mine', 'more'), { maxKeys: 3 }),
  },
  { requiredKeys: ['modules', 'changedAt', 'predictions', 'answers', 'confidence', 'vignettes', 'notes'] },
)

const begun = { sector: 'skole', tier: 'teacher', instrumentVersion: '2026.1', startedAt: '2026-11-01T07:00:00.000Z' } as const

export const assessmentOf = (id: string): fc.Arbitrary<Assessment> => changeable.map((changed) => ({ id, ...begun, ...changed }))

const goal: fc.Arbitrary<Goal> = fc.record({
  id: fc.constantFrom('g1', 'g2', 'g3', 'g4', 'g5'),
  when: fc.constantFrom('I plan', 'I play'),
  then: fc.constant('I ask first'),
  lookBackOn: fc.constant('2026-12-11'),
  status: fc.constantFrom(...goalStatuses),
  createdAt: instant,
})

export type Place = { readonly id: string; readonly stage: string }

const byId = { selector: ({ id }: { readonly id: string }) => id }

/** A plan that Peil itself would let come about: never more than three in hand. */
const goals = fc
  .uniqueArray(goal, { ...byId, maxLength: 5 })
  .filter((all) => all.filter(({ status }) => status === 'going-on').length <= 3)
  .map((all) => all.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt)))

export const belongings: fc.Arbitrary<Belongings<Place>> = fc.record({
  assessments: fc.uniqueArray(fc.constantFrom('a1', 'a2', 'a3', 'a4').chain(assessmentOf), { ...byId, maxLength: 4 }),
  goals,
  settings: fc.record({ language: fc.constantFrom('nb', 'sv'), colorScheme: fc.constantFrom('light', 'dark') }, { requiredKeys: [] }),
  places: fc.uniqueArray(fc.record({ id: fc.constantFrom('p1', 'p2'), stage: fc.constantFrom('joined', 'sent') }), byId),
})
