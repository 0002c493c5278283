import { type Assessment, answerTo } from '../assessment/assessment.ts'
import { type Part, type Step, isArea } from '../instrument/instrument.ts'

export type Level =
  { readonly kind: 'level'; readonly step: Step } | { readonly kind: 'too-few'; readonly answered: number; readonly needed: number }

/** Two of an area's three items; half of a module's, rounded up. */
export function neededAnswers(part: Part): number {
  return isArea(part.dimension) ? 2 : Math.ceil(part.items.length / 2)
}

/** The steps given on the part's items as they are worded now: an answer to an older version of an item does not count. */
export function stepsGiven(assessment: Assessment, part: Part): readonly Step[] {
  return part.items.flatMap((item) => {
    const answer = answerTo(assessment, item)
    return answer?.kind === 'step' ? [answer.step] : []
  })
}

/** The median of the answered items; for an even count the lower of the two in the middle. */
export function levelOf(assessment: Assessment, part: Part): Level {
  const given = stepsGiven(assessment, part).toSorted((a, b) => a - b)
  const needed = neededAnswers(part)
  const median = given[Math.floor((given.length - 1) / 2)]
  return median === undefined || given.length < needed
    ? { kind: 'too-few', answered: given.length, needed }
    : { kind: 'level', step: median }
}
