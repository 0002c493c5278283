import type { Assessment } from '../assessment/assessment.ts'
import { type Dimension, type Instrument, type Item, type Part, type Step, type Tier, isArea } from '../instrument/instrument.ts'
import { type Targets, targetOf } from '../profile/targets.ts'
import { type Level, levelOf } from './level.ts'

/** What one dimension says to the person. `gap` is target minus level: positive while there are steps left. */
export type Standing = {
  readonly dimension: Dimension
  readonly level: Level
  readonly target?: Step
  readonly gap?: number
  readonly prediction?: Step
}

/** The next anchor of the item with the lowest answer in the dimension. */
export type Suggestion = { readonly dimension: Dimension; readonly itemId: string; readonly from: Step; readonly to: Step }

/** The item to show as a strength, and the step it stands on. */
export type Strength = { readonly dimension: Dimension; readonly itemId: string; readonly step: Step }

export function standingOf(assessment: Assessment, part: Part, targets: Targets): Standing {
  const level = levelOf(assessment, part)
  const target = targetOf(targets, part.dimension, assessment.tier)
  const prediction = assessment.predictions[part.dimension]
  return {
    dimension: part.dimension,
    level,
    ...(target === undefined ? {} : { target }),
    ...(target === undefined || level.kind === 'too-few' ? {} : { gap: target - level.step }),
    ...(prediction === undefined ? {} : { prediction }),
  }
}

export function standingsOf(assessment: Assessment, instrument: Instrument, targets: Targets): readonly Standing[] {
  return instrument.parts.map((part) => standingOf(assessment, part, targets))
}

function stepOn(assessment: Assessment, item: Item): Step | undefined {
  const given = assessment.answers[item.id]
  return given?.version === item.version && given.answer.kind === 'step' ? given.answer.step : undefined
}

/** The next anchor on the way, from the first of the lowest-answered items. Nothing on the top step or with too few answers. */
export function nextStepIn(assessment: Assessment, part: Part): Suggestion | undefined {
  if (levelOf(assessment, part).kind === 'too-few') return undefined
  let lowest: { item: Item; step: Step } | undefined
  for (const item of part.items) {
    const step = stepOn(assessment, item)
    if (step !== undefined && (lowest === undefined || step < lowest.step)) lowest = { item, step }
  }
  if (lowest === undefined || lowest.step === 4) return undefined
  return { dimension: part.dimension, itemId: lowest.item.id, from: lowest.step, to: (lowest.step + 1) as Step }
}

/** At most three: the largest gap first; without a target the lowest level first; ties in the framework's order. */
export function suggestionsFor(assessment: Assessment, instrument: Instrument, targets: Targets, most = 3): readonly Suggestion[] {
  return instrument.parts
    .flatMap((part) => {
      const suggestion = nextStepIn(assessment, part)
      const { gap, level } = standingOf(assessment, part, targets)
      if (suggestion === undefined || level.kind === 'too-few') return []
      return [{ suggestion, gap: gap ?? 0, level: level.step }]
    })
    .toSorted((a, b) => b.gap - a.gap || a.level - b.level)
    .slice(0, most)
    .map(({ suggestion }) => suggestion)
}

/** The area with the highest level (ties: the framework's order), shown by its highest item. Nothing on step 0: nobody is praised for a start. */
export function strengthOf(assessment: Assessment, instrument: Instrument): Strength | undefined {
  let best: Strength | undefined
  let bestLevel = 0
  for (const part of instrument.parts.filter(({ dimension }) => isArea(dimension))) {
    const level = levelOf(assessment, part)
    if (level.kind === 'too-few' || level.step <= bestLevel) continue
    const shown = part.items
      .flatMap((item) => {
        const step = stepOn(assessment, item)
        return step === undefined ? [] : [{ itemId: item.id, step }]
      })
      .reduce((high, each) => (each.step > high.step ? each : high))
    best = { dimension: part.dimension, ...shown }
    bestLevel = level.step
  }
  return best
}

/** What one dimension sends: its level, and whether it is below the target of the person's tier. */
export type SharedValue = { readonly step: Step; readonly below: boolean } | undefined

export function sharedValue(assessment: Assessment, part: Part | undefined, targets: Targets, tier: Tier): SharedValue {
  if (part === undefined) return undefined
  const level = levelOf(assessment, part)
  if (level.kind === 'too-few') return undefined
  const target = targetOf(targets, part.dimension, tier)
  return { step: level.step, below: target !== undefined && level.step < target }
}
