import type { Assessment } from '../assessment/assessment.ts'
import { modules } from '../instrument/instrument.ts'
import { isAlike } from './alike.ts'

/** Of two values for the same thing, the one to keep. */
type Choose = <Value>(one: Value, other: Value) => Value

/** What was changed last is kept. Where both were changed in the same millisecond, any rule will do that is the same from both sides. */
function chooserFor(one: Assessment, other: Assessment): Choose {
  if (one.changedAt > other.changedAt) return (first) => first
  if (one.changedAt < other.changedAt) return (_first, second) => second
  return (first, second) => (JSON.stringify(first) >= JSON.stringify(second) ? first : second)
}

/** Everything that stands on either side. */
function together<Value>(
  one: Readonly<Record<string, Value>>,
  other: Readonly<Record<string, Value>>,
  choose: Choose,
): Record<string, Value> {
  const mine = new Map(Object.entries(one))
  const both = Object.entries(other).map(([key, value]) => [key, mine.has(key) ? choose(mine.get(key) as Value, value) : value] as const)
  return Object.fromEntries([...mine, ...both])
}

/** Whether two records with one id can be the same assessment. Nothing in Peil changes these. */
function isSameAssessment(one: Assessment, other: Assessment): boolean {
  return (
    one.sector === other.sector &&
    one.tier === other.tier &&
    one.instrumentVersion === other.instrumentVersion &&
    one.startedAt === other.startedAt
  )
}

/**
 * One assessment that was gone on with in two places. What stands on one side only is kept; of two answers to the same item, that of
 * the side changed last. The same from both sides, and nothing more the second time. Nothing if the two are not the same assessment.
 */
export function mergeAssessment(one: Assessment, other: Assessment): Assessment | undefined {
  if (!isSameAssessment(one, other)) return undefined
  const choose = chooserFor(one, other)
  const { finishedAt } = choose({ finishedAt: one.finishedAt ?? '' }, { finishedAt: other.finishedAt ?? '' })
  const predictedAt = choose(one.predictedAt ?? other.predictedAt ?? '', other.predictedAt ?? one.predictedAt ?? '')
  // Also what later versions of Peil have added to the record.
  const { finishedAt: _finishedAt, predictedAt: _predictedAt, ...rest } = together<unknown>({ ...one }, { ...other }, choose) as Assessment
  return {
    ...rest,
    modules: modules.filter((module) => one.modules.includes(module) || other.modules.includes(module)),
    changedAt: one.changedAt > other.changedAt ? one.changedAt : other.changedAt,
    ...(finishedAt !== '' && { finishedAt }),
    predictions: together(one.predictions, other.predictions, choose),
    ...(predictedAt !== '' && { predictedAt }),
    answers: together(one.answers, other.answers, choose),
    confidence: together(one.confidence, other.confidence, choose),
    vignettes: together(one.vignettes, other.vignettes, choose),
    notes: together(one.notes, other.notes, choose),
  }
}

/** How many answers that stand here become others. */
export function answersReplaced(here: Assessment, merged: Assessment): number {
  return Object.entries(here.answers).filter(([item, given]) => !isAlike(given, merged.answers[item])).length
}
