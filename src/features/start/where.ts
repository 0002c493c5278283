import { type Assessment, answerTo, answeredCount } from '../../domain/assessment/assessment.ts'
import { type Stop, resumeAt } from '../../domain/assessment/stops.ts'
import { type Dimension, type Instrument, type Part, itemsOf, minutesFor, partHolding } from '../../domain/instrument/instrument.ts'
import type { Mark } from '../../ui/course.tsx'

/** Where an open assessment goes on. */
export type Whereabouts =
  | { readonly kind: 'prediction' }
  | { readonly kind: 'item'; readonly dimension: Dimension; readonly number: number; readonly of: number }
  | { readonly kind: 'confidence'; readonly dimension: Dimension }
  | { readonly kind: 'end' }

export function whereabouts(assessment: Assessment, instrument: Instrument): Whereabouts {
  const stop = resumeAt(assessment, instrument)
  if (stop === undefined) return { kind: 'end' }
  return stop.kind === 'item' ? itemAt(instrument, stop.itemId) : stop
}

function itemAt(instrument: Instrument, itemId: string): Whereabouts {
  const part = partHolding(instrument, itemId)
  if (part === undefined) return { kind: 'end' }
  const number = part.items.findIndex((item) => item.id === itemId) + 1
  return { kind: 'item', dimension: part.dimension, number, of: part.items.length }
}

export function courseOf(assessment: Assessment, instrument: Instrument): readonly (readonly Mark[])[] {
  const stop = resumeAt(assessment, instrument)
  return instrument.parts.map((part) => marksOf(part, assessment, stop))
}

function marksOf(part: Part, assessment: Assessment, stop: Stop | undefined): readonly Mark[] {
  return part.items.map((item) => {
    if (stop?.kind === 'item' && stop.itemId === item.id) return 'here'
    return answerTo(assessment, item) === undefined ? 'ahead' : 'done'
  })
}

export function minutesLeft(assessment: Assessment, instrument: Instrument): number {
  return minutesFor(itemsOf(instrument).length - answeredCount(assessment, instrument))
}
