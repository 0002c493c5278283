import * as z from 'zod/mini'
import type { Assessment } from '../domain/assessment/assessment.ts'
import type { PersonalPlan } from '../domain/plan/plan.ts'
import { goalStatuses } from '../domain/plan/plan.ts'
import { modules } from '../domain/instrument/instrument.ts'
import { dimension, instant, sector, step, tier } from './ids.ts'

/**
 * The shapes of a person's own records, as they are kept on the device and read back by any later version. What a later version has added
 * is kept as it is: a loose object loses nothing that this version does not know.
 */

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), step }),
  z.object({ kind: z.literal('not-relevant') }),
  z.object({ kind: z.literal('skipped') }),
])
/** Assessments stand in the order of these, and a new one always comes last: after the last moment that can be written there is no later one. */
const begun = instant.check(z.refine((at) => at < '9999'))
const confidence = z.enum(['unsure', 'fairly-sure', 'sure', 'skipped'])

export const assessment: z.ZodMiniType<Assessment> = z.looseObject({
  id: z.string(),
  sector,
  tier,
  instrumentVersion: z.string(),
  // Records from before modules could be chosen, and before there were stories, hold neither.
  modules: z._default(z.array(z.enum(modules)), ['privacy']),
  startedAt: begun,
  changedAt: instant,
  finishedAt: z.exactOptional(instant),
  predictions: z.partialRecord(dimension, step),
  predictedAt: z.exactOptional(instant),
  answers: z.record(z.string(), z.object({ answer, version: z.int() })),
  confidence: z.partialRecord(dimension, confidence),
  vignettes: z._default(z.record(z.string(), step), {}),
  notes: z.record(z.string(), z.string()),
})

const goal = z.looseObject({
  id: z.string(),
  dimension: z.exactOptional(dimension),
  when: z.string(),
  then: z.string(),
  together: z.exactOptional(z.string()),
  lookBackOn: z.string(),
  status: z.enum(goalStatuses),
  createdAt: instant,
  carriedTo: z.exactOptional(z.string()),
})

export const personalPlan: z.ZodMiniType<PersonalPlan> = z.looseObject({ id: z.string(), goals: z.array(goal) })
