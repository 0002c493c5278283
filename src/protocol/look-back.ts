import * as z from 'zod/mini'
import type { Assessment } from '../domain/assessment/assessment.ts'
import type { LookBack } from '../domain/assessment/look-back.ts'
import { dimension, instant, step } from './ids.ts'

/** Lies in the assessment it was made with, beside what every version of Peil reads. */
const kept = z.object({ lookedBack: z.object({ on: z.string(), at: instant, steps: z.partialRecord(dimension, step) }) })

/** What the person said, looking back from this assessment; nothing where nothing was said, or where a later Peil has said it otherwise. */
export function lookBackIn(assessment: Assessment): LookBack | undefined {
  const parsed = kept.safeParse(assessment)
  return parsed.success ? parsed.data.lookedBack : undefined
}

/** The assessment with this look back, or without any. */
export function withLookBack(assessment: Assessment, lookBack: LookBack | undefined, now: string): Assessment {
  const { lookedBack: _before, ...others }: Assessment & { readonly lookedBack?: unknown } = assessment
  return { ...others, changedAt: now, ...(lookBack && { lookedBack: lookBack }) }
}
