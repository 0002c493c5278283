import { type Assessment, answerTo } from '../../domain/assessment/assessment.ts'
import { type Instrument, type Part, areas } from '../../domain/instrument/instrument.ts'
import type { Mark } from '../../ui/course.tsx'

/** What is done, where the person is and what is ahead, per area. */
export function courseOf(assessment: Assessment, instrument: Instrument, here?: string): readonly (readonly Mark[])[] {
  return instrument.parts.map((part) =>
    part.items.map((item) => {
      if (item.id === here) return 'here'
      return answerTo(assessment, item) === undefined ? 'ahead' : 'done'
    }),
  )
}

/** Area 3 of 7, or nothing for a module. */
export function areaNumber(part: Part): { readonly number: number; readonly of: number } | undefined {
  const at = areas.findIndex((area) => area === part.dimension)
  return at < 0 ? undefined : { number: at + 1, of: areas.length }
}
