import type { Assessment, Confidence } from '../../domain/assessment/assessment.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import type { Targets } from '../../domain/profile/targets.ts'
import { type Change, changeBetween } from '../../domain/scoring/change.ts'
import { type Standing, type Strength, type Suggestion, standingOf, strengthOf, suggestionsFor } from '../../domain/scoring/guidance.ts'
import { type Level, levelOf } from '../../domain/scoring/level.ts'

/** One dimension of the result. `change` and `before`: against the assessment before, if there is one. */
export type Row = Standing & {
  readonly change?: Change
  readonly before?: Level
  readonly confidence?: Confidence
}

/** All that the result page says. */
export type Outcome = {
  readonly assessment: Assessment
  readonly rows: readonly Row[]
  readonly strength?: Strength
  readonly suggestion?: Suggestion
  readonly hasTargets: boolean
  readonly hasGuesses: boolean
  readonly hasEarlier: boolean
}

export function outcomeOf(assessment: Assessment, instrument: Instrument, targets: Targets, earlier: Assessment | undefined): Outcome {
  const rows = instrument.parts.map((part): Row => {
    const confidence = assessment.confidence[part.dimension]
    return {
      ...standingOf(assessment, part, targets),
      ...(earlier && { change: changeBetween(earlier, assessment, part), before: levelOf(earlier, part) }),
      ...(confidence && confidence !== 'skipped' && { confidence }),
    }
  })
  const [suggestion] = suggestionsFor(assessment, instrument, targets, 1)
  const strength = strengthOf(assessment, instrument, suggestion?.dimension)
  return {
    assessment,
    rows,
    ...(strength && { strength }),
    ...(suggestion && { suggestion }),
    hasTargets: rows.some(({ target }) => target !== undefined),
    hasGuesses: rows.some(({ prediction }) => prediction !== undefined),
    hasEarlier: earlier !== undefined,
  }
}
