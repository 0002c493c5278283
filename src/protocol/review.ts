import * as z from 'zod/mini'
import { faultKinds } from '../domain/content/fault.ts'
import { sectors, tiers } from '../domain/instrument/instrument.ts'
import { count } from './ids.ts'

/** The columns of a review table. A row is one sentence; `nb` is empty where bokmål itself is read. */
export const reviewColumns = ['key', 'nb', 'text', 'correction', 'remark'] as const
export type ReviewColumn = (typeof reviewColumns)[number]

/** The first row names the file that is read, so that the table may be called anything: key `sheet`, text `privacy.nb`. */
export const sheetKey = 'sheet'

/** Why a table cannot be read or a row not be used, beside what the content check finds. */
export const tableFaultReasons = [
  'column-missing',
  'quote-not-closed',
  'sheet-unknown',
  'language-without-rules',
  'key-unknown',
  'key-repeated',
  'text-changed-since',
  'malformed',
] as const
export type TableFaultReason = (typeof tableFaultReasons)[number]

/** `line` counts from 1, the header included. `text`: the reason in a sentence. */
export const reviewFault = z.strictObject({
  line: count,
  key: z.string(),
  reason: z.enum([...tableFaultReasons, ...faultKinds]),
  text: z.string(),
})
export type ReviewFault = z.infer<typeof reviewFault>

/** What an import did. `written` is empty where nothing was. */
export const reviewImported = z.strictObject({
  corrected: count,
  unchanged: count,
  faults: z.array(reviewFault),
  hints: z.array(z.strictObject({ key: z.string(), hint: z.string() })),
  written: z.array(z.string()),
})
export type ReviewImported = z.infer<typeof reviewImported>

/** The paths of the files that were made, two for each text and language, and the texts that lack something they need. */
export const reviewSheets = z.strictObject({ sheets: z.array(z.string()), notWhole: z.array(z.string()) })
export type ReviewSheets = z.infer<typeof reviewSheets>

const label = z.string().check(z.minLength(1))

/** `review.json`: the words of the printed sheets. */
export const reviewWords = z.strictObject({
  title: label,
  howTo: label,
  inTable: label,
  reader: label,
  role: label,
  date: label,
  version: label,
  items: label,
  words: label,
  wordsMeaning: label,
  minutes: label,
  minutesMeaning: label,
  lix: label,
  limit: label,
  everyone: label,
  otherwise: label,
  marked: label,
  example: label,
  terms: label,
  remarks: label,
  vignettes: label,
  shows: label,
  why: label,
  check: label,
  right: label,
  explanation: label,
  cards: label,
  modules: label,
  dimensions: label,
  place: label,
  text: label,
  original: label,
  tiers: z.record(z.enum(tiers), label),
  sectors: z.record(z.enum(sectors), label),
  cores: z.record(z.enum(sectors), label),
})
export type ReviewWords = z.infer<typeof reviewWords>
