import * as z from 'zod/mini'
import { areas, modules, steps } from '../domain/instrument/instrument.ts'
import { tier } from './ids.ts'

/** The shape of the instrument's words, one set of files per language folder: a translator fills these in. */

const words = z.string().check(z.minLength(1), z.regex(/^\S(.*\S)?$/, 'starts or ends with a space, or has a line break'))
/** One description per step, from 0 to 4. */
const anchors = z.array(words).check(z.length(steps.length))

/** Wording for one tier, where the work differs. What it leaves out is as for everyone. */
const tierWords = z.strictObject({ stem: z.optional(words), anchors: z.optional(anchors) })
const item = z.strictObject({ stem: words, anchors, example: words, tiers: z.optional(z.partialRecord(tier, tierWords)) })
const term = z.strictObject({ word: words, explanation: words })

/** `<pack>.json`: items by id, terms by the id they are marked with, as in `[samtykket](consent)`. */
export const packWords = z.strictObject({
  items: z.record(z.string(), item),
  terms: z.record(z.string().check(z.regex(/^[a-z0-9-]+$/)), term),
})
export type PackWords = z.infer<typeof packWords>

/** `short` heads a column of the heatmap, `about` stands under a name on one line, `talk` opens a conversation in a group. */
const dimensionWords = z.strictObject({
  name: words,
  short: words.check(z.maxLength(14)),
  about: words.check(z.maxLength(60)),
  talk: words.check(z.endsWith('?')),
})
const areaWords = z.record(z.enum(areas), dimensionWords)

/** `dimensions.json`: what the areas are called in each sector, and the modules, which are the same everywhere. */
export const dimensionFile = z.strictObject({
  barnehage: areaWords,
  skole: areaWords,
  sfo: areaWords,
  modules: z.record(z.enum(modules), dimensionWords),
})

/** `steps.json`: the five steps in full, and as short as a legend needs. */
export const stepFile = z.strictObject({ names: anchors, short: anchors })
