import {
  type Dimension,
  type Instrument,
  type Item,
  type Module,
  type Sector,
  type Step,
  type Tier,
  itemIn,
  itemsOf,
  modules,
  partHolding,
  partOf,
} from '../instrument/instrument.ts'
import { type Result, fail, ok } from '../result.ts'

/** Not relevant and skipped are two different answers, and neither is step 0. */
export type Answer = { readonly kind: 'step'; readonly step: Step } | { readonly kind: 'not-relevant' } | { readonly kind: 'skipped' }

/** How sure the person is of the answers in one area. */
export type Confidence = 'unsure' | 'fairly-sure' | 'sure'

/** The version is kept with each answer, so that a changed item never continues an old line. */
export type GivenAnswer = { readonly answer: Answer; readonly version: number }

/** One person's self-assessment. It never leaves the device. Times are ISO 8601 in UTC. */
export type Assessment = {
  readonly id: string
  readonly sector: Sector
  readonly tier: Tier
  readonly instrumentVersion: string
  /** What is asked besides the core. */
  readonly modules: readonly Module[]
  readonly startedAt: string
  readonly changedAt: string
  readonly finishedAt?: string
  /** Where the person thought they were, before the first item. */
  readonly predictions: Readonly<Partial<Record<Dimension, Step>>>
  readonly predictedAt?: string
  readonly answers: Readonly<Record<string, GivenAnswer>>
  readonly confidence: Readonly<Partial<Record<Dimension, Confidence | 'skipped'>>>
  /** Where the person placed the colleague of each story. Never changes a level. */
  readonly vignettes: Readonly<Record<string, Step>>
  /** Private notes per item. */
  readonly notes: Readonly<Record<string, string>>
}

export type AssessmentRefusal =
  | { readonly kind: 'already-finished' }
  | { readonly kind: 'unknown-item'; readonly itemId: string }
  | { readonly kind: 'unknown-dimension'; readonly dimension: string }

export function startAssessment(
  instrument: Instrument,
  person: { readonly tier: Tier; readonly modules: readonly Module[] },
  at: { readonly id: string; readonly now: string },
): Assessment {
  return {
    id: at.id,
    sector: instrument.sector,
    tier: person.tier,
    instrumentVersion: instrument.version,
    modules: person.modules,
    startedAt: at.now,
    changedAt: at.now,
    predictions: {},
    answers: {},
    confidence: {},
    vignettes: {},
    notes: {},
  }
}

/** Takes more parts along. A finished assessment opens again, with everything that was answered. */
export function addModules(assessment: Assessment, added: readonly Module[], now: string): Assessment {
  const wanted = [...assessment.modules, ...added]
  const taken = modules.filter((module) => wanted.includes(module))
  return taken.length === assessment.modules.length ? assessment : { ...reopenAssessment(assessment, now), modules: taken }
}

/** Where the person places the colleague of a story. Stays open after the end: it changes no level. */
export function placeVignette(assessment: Assessment, vignetteId: string, step: Step, now: string): Assessment {
  return { ...assessment, changedAt: now, vignettes: { ...assessment.vignettes, [vignetteId]: step } }
}

export function answerItem(
  assessment: Assessment,
  instrument: Instrument,
  itemId: string,
  answer: Answer,
  now: string,
): Result<Assessment, AssessmentRefusal> {
  if (assessment.finishedAt !== undefined) return fail({ kind: 'already-finished' })
  const item = itemIn(instrument, itemId)
  if (item === undefined) return fail({ kind: 'unknown-item', itemId })
  return ok({ ...assessment, changedAt: now, answers: { ...assessment.answers, [itemId]: { answer, version: item.version } } })
}

/** The answer to the item as it is worded now. An answer to an older version is no answer to this one. */
export function answerTo(assessment: Assessment, item: Item): Answer | undefined {
  const given = assessment.answers[item.id]
  return given?.version === item.version ? given.answer : undefined
}

/** Saves what the person expects; areas left out were not predicted. */
export function predictLevels(
  assessment: Assessment,
  instrument: Instrument,
  predictions: Assessment['predictions'],
  now: string,
): Result<Assessment, AssessmentRefusal> {
  if (assessment.finishedAt !== undefined) return fail({ kind: 'already-finished' })
  const unknown = Object.keys(predictions).find((key) => !instrument.parts.some(({ dimension }) => dimension === key))
  if (unknown !== undefined) return fail({ kind: 'unknown-dimension', dimension: unknown })
  return ok({ ...assessment, changedAt: now, predictedAt: now, predictions })
}

export function rateConfidence(
  assessment: Assessment,
  instrument: Instrument,
  dimension: Dimension,
  confidence: Confidence | 'skipped',
  now: string,
): Result<Assessment, AssessmentRefusal> {
  if (assessment.finishedAt !== undefined) return fail({ kind: 'already-finished' })
  if (partOf(instrument, dimension) === undefined) return fail({ kind: 'unknown-dimension', dimension })
  return ok({ ...assessment, changedAt: now, confidence: { ...assessment.confidence, [dimension]: confidence } })
}

/** Notes stay open after the end: they are the person's own. An empty note is removed. */
export function noteItem(
  assessment: Assessment,
  instrument: Instrument,
  itemId: string,
  note: string,
  now: string,
): Result<Assessment, AssessmentRefusal> {
  if (partHolding(instrument, itemId) === undefined) return fail({ kind: 'unknown-item', itemId })
  const { [itemId]: _old, ...others } = assessment.notes
  return ok({ ...assessment, changedAt: now, notes: note.trim() === '' ? others : { ...others, [itemId]: note } })
}

/** Finishing twice changes nothing. Unanswered items simply count as no answer. */
export function finishAssessment(assessment: Assessment, now: string): Assessment {
  return assessment.finishedAt === undefined ? { ...assessment, changedAt: now, finishedAt: now } : assessment
}

/** Opens a finished assessment again, with everything that was answered. */
export function reopenAssessment(assessment: Assessment, now: string): Assessment {
  const { finishedAt: _finished, ...open } = assessment
  return { ...open, changedAt: now }
}

/** Items without a step and without "not relevant": never reached, left open, skipped, or changed since they were answered. */
export function unansweredItems(assessment: Assessment, instrument: Instrument): readonly Item[] {
  return itemsOf(instrument).filter((item) => {
    const answer = answerTo(assessment, item)
    return answer === undefined || answer.kind === 'skipped'
  })
}

/** Items the person has taken a stand on in any way, skipping included. */
export function answeredCount(assessment: Assessment, instrument: Instrument): number {
  return itemsOf(instrument).filter((item) => answerTo(assessment, item) !== undefined).length
}
