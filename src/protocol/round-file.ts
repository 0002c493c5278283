import * as z from 'zod/mini'
import { modules } from '../domain/instrument/instrument.ts'
import { count, dimension, id, instant } from './ids.ts'
import { tierTargets } from './round.ts'

/** Times are compared as text, so the grace after closing must end in a year of four digits. */
const closingTime = instant.check(z.refine((closes) => !closes.startsWith('9999')))
/** More than any workplace has: a slip of the finger must not print ten million slips. */
const heads = z.optional(count.check(z.maximum(10_000)))
const headcount = z.strictObject({ practice: heads, teacher: heads, leader: heads, owner: heads })
const unitOfFile = z.strictObject({ unit: id, headcount })

/** The file of `round-open`. Whether the municipality, the units and the dates fit is decided at opening. */
export const roundFile = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  municipality: id,
  closes: closingTime,
  k: z.optional(count),
  modules: z.optional(z.array(z.enum(modules))),
  targets: z.optional(z.partialRecord(dimension, tierTargets)),
  participantsSeeResults: z.optional(z.boolean()),
  units: z.array(unitOfFile).check(z.minLength(1)),
})
export type RoundFile = z.infer<typeof roundFile>
