import { type Dimension, type Instrument, type Part, itemIn } from '../instrument/instrument.ts'
import { type Assessment, answerTo } from './assessment.ts'

/** One screen of an assessment. */
export type Stop =
  | { readonly kind: 'prediction' }
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'confidence'; readonly dimension: Dimension }

/** Conditions are about the workplace: there is no being sure of oneself in them. */
function confidenceIn({ dimension }: Part): readonly Stop[] {
  return dimension === 'conditions' ? [] : [{ kind: 'confidence', dimension }]
}

/** Every screen in order: the prediction, then per area its items and how sure the person is. */
export function stopsOf(instrument: Instrument): readonly Stop[] {
  return [
    { kind: 'prediction' },
    ...instrument.parts.flatMap((part): Stop[] => [
      ...part.items.map((item): Stop => ({ kind: 'item', itemId: item.id })),
      ...confidenceIn(part),
    ]),
  ]
}

function isPassed(assessment: Assessment, instrument: Instrument, stop: Stop): boolean {
  switch (stop.kind) {
    case 'prediction':
      return assessment.predictedAt !== undefined
    case 'item': {
      const item = itemIn(instrument, stop.itemId)
      return item !== undefined && answerTo(assessment, item) !== undefined
    }
    case 'confidence':
      return assessment.confidence[stop.dimension] !== undefined
  }
}

/** Where to go on: the first screen not yet passed, or nothing when all are. */
export function resumeAt(assessment: Assessment, instrument: Instrument): Stop | undefined {
  return stopsOf(instrument).find((stop) => !isPassed(assessment, instrument, stop))
}

function isSame(one: Stop, other: Stop): boolean {
  if (one.kind === 'item') return other.kind === 'item' && one.itemId === other.itemId
  if (one.kind === 'confidence') return other.kind === 'confidence' && one.dimension === other.dimension
  return other.kind === 'prediction'
}

/** The screens before and after; nothing before the first, after the last, or around one that does not exist. */
export function neighboursOf(instrument: Instrument, stop: Stop): { readonly previous?: Stop; readonly next?: Stop } {
  const stops = stopsOf(instrument)
  const at = stops.findIndex((each) => isSame(each, stop))
  const [previous, next] = at < 0 ? [] : [stops[at - 1], stops[at + 1]]
  return { ...(previous && { previous }), ...(next && { next }) }
}
