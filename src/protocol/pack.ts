import * as z from 'zod/mini'
import type { CardFile, PackWords } from '../domain/content/words.ts'
import { areas, modules, steps } from '../domain/instrument/instrument.ts'
import { sector, tier } from './ids.ts'

/** The shape of the instrument's words, one set of files per language folder: a translator fills these in. */

const words = z.string().check(z.minLength(1), z.regex(/^\S(.*\S)?$/, 'starts or ends with a space, or has a line break'))
/** One description per step, from 0 to 4. */
const anchors = z.array(words).check(z.length(steps.length))

const ownWords = z.strictObject({ stem: z.exactOptional(words), anchors: z.exactOptional(anchors), example: z.exactOptional(words) })
const item = z.strictObject({
  stem: words,
  anchors,
  example: words,
  tiers: z.exactOptional(z.partialRecord(tier, ownWords)),
  sectors: z.exactOptional(z.partialRecord(sector, ownWords)),
})
const term = z.strictObject({ word: words, explanation: words })

/** How many options a knowledge question has. */
export const optionCount = 3
const vignette = z.strictObject({ story: words, question: words.check(z.endsWith('?')), why: words })
const checkQuestion = z.strictObject({
  question: words.check(z.endsWith('?')),
  options: z.array(words).check(z.length(optionCount)),
  explanation: words,
})

/** `<pack>.json`. */
export const packWords: z.ZodMiniType<PackWords> = z.strictObject({
  items: z.record(z.string(), item),
  terms: z.record(z.string().check(z.regex(/^[a-z0-9-]+$/)), term),
  vignettes: z.exactOptional(z.record(z.string(), vignette)),
  check: z.exactOptional(z.record(z.string(), checkQuestion)),
})

/** `short` heads a column of the heatmap, `about` stands under a name on one line. */
const dimensionWords = z.strictObject({
  name: words,
  short: words.check(z.maxLength(14)),
  about: words.check(z.maxLength(60)),
})
const areaWords = z.record(z.enum(areas), dimensionWords)

/** `dimensions.json`: what the areas are called in each sector, and the modules, which are the same everywhere. */
export const dimensionFile = z.strictObject({
  barnehage: areaWords,
  skole: areaWords,
  sfo: areaWords,
  modules: z.record(z.enum(modules), dimensionWords),
})

/** Three questions that open a conversation in a staff meeting. */
const questions = z.array(words.check(z.endsWith('?'))).check(z.length(3))
const areaQuestions = z.record(z.enum(areas), questions)

/** `cards.json`: the discussion cards of each sector's areas, and of the modules. */
export const cardFile: z.ZodMiniType<CardFile> = z.strictObject({
  barnehage: areaQuestions,
  skole: areaQuestions,
  sfo: areaQuestions,
  modules: z.record(z.enum(modules), questions),
})

/** `steps.json`: the five steps in full, and as short as a legend needs. */
export const stepFile = z.strictObject({ names: anchors, short: anchors })
