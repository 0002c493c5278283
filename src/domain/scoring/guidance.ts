import { type Assessment, answerTo } from '../assessment/assessment.ts'
import { type Dimension, type Instrument, type Part, type Step, type Tier, isArea, steps } from '../instrument/instrument.ts'
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

type ItemStep = { readonly itemId: string; readonly step: Step }

function itemSteps(assessment: Assessment, part: Part): readonly ItemStep[] {
  return part.items.flatMap((item) => {
    const answer = answerTo(assessment, item)
    return answer?.kind === 'step' ? [{ itemId: item.id, step: answer.step }] : []
  })
}

/** The first of the items with the lowest (or highest) answer. */
function outermost(given: readonly ItemStep[], end: 'lowest' | 'highest'): ItemStep | undefined {
  const sign = end === 'lowest' ? 1 : -1
  return given.toSorted((a, b) => sign * (a.step - b.step))[0]
}

function stepAbove(step: Step): Step | undefined {
  return steps[step + 1]
}

/**
 * The next anchor on the way, from the first of the lowest-answered items. Nothing on the top step or with too few answers, and
 * nothing about the workplace: its conditions are no step for one person to take.
 */
export function nextStepIn(assessment: Assessment, part: Part): Suggestion | undefined {
  if (part.dimension === 'conditions' || levelOf(assessment, part).kind === 'too-few') return undefined
  const lowest = outermost(itemSteps(assessment, part), 'lowest')
  const to = lowest && stepAbove(lowest.step)
  return lowest && to !== undefined ? { dimension: part.dimension, itemId: lowest.itemId, from: lowest.step, to } : undefined
}

/**
 * At most three: the largest gap first, ties in the framework's order. A dimension without a target has no gap: it comes after those
 * with steps left, the lowest level first, and before those that have reached their target.
 */
export function suggestionsFor(assessment: Assessment, instrument: Instrument, targets: Targets, most = 3): readonly Suggestion[] {
  return instrument.parts
    .flatMap((part) => {
      const suggestion = nextStepIn(assessment, part)
      const { gap, level } = standingOf(assessment, part, targets)
      if (suggestion === undefined || level.kind === 'too-few') return []
      return [{ suggestion, gap: gap ?? 0, level: gap === undefined ? level.step : 5 }]
    })
    .toSorted((a, b) => b.gap - a.gap || a.level - b.level)
    .slice(0, most)
    .map(({ suggestion }) => suggestion)
}

/**
 * The area with the highest level, shown by its highest item. Nothing on step 0: nobody is praised for a start.
 * Of equals, one that is not `besides` (the next step's area) comes first, then the framework's order.
 */
export function strengthOf(assessment: Assessment, instrument: Instrument, besides?: Dimension): Strength | undefined {
  const [best] = instrument.parts
    .flatMap((part) => {
      const level = levelOf(assessment, part)
      return isArea(part.dimension) && level.kind === 'level' && level.step > 0 ? [{ part, level: level.step }] : []
    })
    .toSorted((a, b) => b.level - a.level || Number(a.part.dimension === besides) - Number(b.part.dimension === besides))
  const shown = best && outermost(itemSteps(assessment, best.part), 'highest')
  return best && shown && { dimension: best.part.dimension, ...shown }
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
