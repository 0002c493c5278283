import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { LookBack } from '../../domain/assessment/look-back.ts'
import type { Dimension, Step } from '../../domain/instrument/instrument.ts'
import type { Track } from '../../domain/scoring/history.ts'
import { lookBackIn } from '../../storage/look-backs.ts'

/** What the newest assessment looks back on: what was looked back on already, or else the last before it in the same sector. */
export function predecessorOf(assessments: readonly Assessment[]): Assessment | undefined {
  const latest = assessments.at(-1)
  const chosen = latest && lookBackIn(latest)?.on
  const earlier = assessments.slice(0, -1)
  return earlier.find(({ id }) => id === chosen) ?? earlier.findLast(({ sector }) => sector === latest?.sector)
}

export type Comparable = { readonly dimension: Dimension; readonly answered: Step }

function stepOn(track: Track, { id }: Assessment): Step | undefined {
  const level = track.entries.find(({ assessment }) => assessment.id === id)?.level
  return level?.kind === 'level' ? level.step : undefined
}

/** The steps that an assessment has on these tracks. */
export function stepsOf(tracks: readonly Track[], assessment: Assessment): readonly Comparable[] {
  return tracks.flatMap((track) => {
    const answered = stepOn(track, assessment)
    return answered === undefined ? [] : [{ dimension: track.dimension, answered }]
  })
}

/** Where both have a step: only there has the person a view of then and of now. */
export function comparableIn(tracks: readonly Track[], latest: Assessment, predecessor: Assessment): readonly Comparable[] {
  const now = stepsOf(tracks, latest)
  return stepsOf(tracks, predecessor).filter(({ dimension }) => now.some((each) => each.dimension === dimension))
}

export type MadeOn = { readonly assessment: Assessment; readonly lookBack: LookBack }

/** Every look back among these, oldest first. */
export function lookBacksOf(assessments: readonly Assessment[]): readonly MadeOn[] {
  return assessments.flatMap((assessment) => {
    const lookBack = lookBackIn(assessment)
    return lookBack ? [{ assessment, lookBack }] : []
  })
}

/** Where the person says that they were at an assessment: the latest that was said counts. */
export function thenAt(made: readonly MadeOn[], id: string, dimension: Dimension): Step | undefined {
  return made.findLast(({ lookBack }) => lookBack.on === id && lookBack.steps[dimension] !== undefined)?.lookBack.steps[dimension]
}
