import { type Assessment, type Confidence, answerTo } from '../../domain/assessment/assessment.ts'
import { type Instrument, type Part, type Step, modulesApart, partOf } from '../../domain/instrument/instrument.ts'
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

/** How one thing is at the workplace, as the person described it. */
export type Condition = { readonly itemId: string; readonly step: Step }

/** All that the result page says. */
export type Outcome = {
  readonly assessment: Assessment
  /** Areas and the modules that stand beside them. */
  readonly rows: readonly Row[]
  /** Has a scale of its own. */
  readonly basicIt?: Row
  /** About the workplace, never about the person. */
  readonly conditions: readonly Condition[]
  readonly strength?: Strength
  readonly suggestion?: Suggestion
  readonly hasTargets: boolean
  readonly hasGuesses: boolean
  readonly hasEarlier: boolean
}

function rowOf(assessment: Assessment, part: Part, targets: Targets, earlier: Assessment | undefined): Row {
  const confidence = assessment.confidence[part.dimension]
  return {
    ...standingOf(assessment, part, targets),
    ...(earlier && { change: changeBetween(earlier, assessment, part), before: levelOf(earlier, part) }),
    ...(confidence && confidence !== 'skipped' && { confidence }),
  }
}

function conditionsIn(assessment: Assessment, part: Part | undefined): readonly Condition[] {
  return (part?.items ?? []).flatMap((item) => {
    const answer = answerTo(assessment, item)
    return answer?.kind === 'step' ? [{ itemId: item.id, step: answer.step }] : []
  })
}

export function outcomeOf(assessment: Assessment, instrument: Instrument, targets: Targets, earlier: Assessment | undefined): Outcome {
  const beside = instrument.parts.filter(({ dimension }) => !modulesApart.some((module) => module === dimension))
  const rows = beside.map((part) => rowOf(assessment, part, targets, earlier))
  const basicIt = partOf(instrument, 'basic-it')
  const [suggestion] = suggestionsFor(assessment, instrument, targets, 1)
  const strength = strengthOf(assessment, instrument, suggestion?.dimension)
  return {
    assessment,
    rows,
    ...(basicIt && { basicIt: rowOf(assessment, basicIt, targets, earlier) }),
    conditions: conditionsIn(assessment, partOf(instrument, 'conditions')),
    ...(strength && { strength }),
    ...(suggestion && { suggestion }),
    hasTargets: rows.some(({ target }) => target !== undefined),
    hasGuesses: rows.some(({ prediction }) => prediction !== undefined),
    hasEarlier: earlier !== undefined,
  }
}
