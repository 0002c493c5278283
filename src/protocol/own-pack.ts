import * as z from 'zod/mini'
import { modules, sectors } from '../domain/instrument/instrument.ts'
import type { OwnPackDocument } from '../domain/instrument/own-pack.ts'
import { dimension, step } from './ids.ts'
import { bytesText } from './base64url.ts'
import { optionCount, packWords } from './pack.ts'

/** SHA-256 of an own pack's document as canonical JSON: its address, and its name in a version. */
export const packHash = bytesText(32)

/** Of the whole file. The largest pack that the rules allow, in ten languages, is smaller. */
export const ownPackBytes = 2 * 1024 * 1024

const packId = z
  .string()
  .check(z.minLength(3), z.maxLength(40), z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is lower case letters and digits, joined by dashes'))
const packVersion = z.string().check(z.regex(/^\d{4}\.\d{1,3}$/, 'is a year and a number, as in 2026.1'))
const insideId = z
  .string()
  .check(z.maxLength(100), z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "is the pack's id, a full stop and a name: lower case, digits, dashes"))
/** BCP 47, as in `nb` or `pt-BR`. */
const language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is a language code, as in nb'))

const item = z.strictObject({ id: insideId, version: z.int().check(z.positive()) })
const vignette = z.strictObject({ id: insideId, item: insideId, step })
const checkQuestion = z.strictObject({ id: insideId, right: z.int().check(z.minimum(0), z.maximum(optionCount - 1)) })

const pack = z.strictObject({
  id: packId,
  for: z.enum([...sectors, ...modules]),
  version: packVersion,
  parts: z.array(z.strictObject({ dimension, items: z.array(item) })),
  vignettes: z.exactOptional(z.array(vignette)),
  check: z.exactOptional(z.array(checkQuestion)),
})

/** The file that `pack-load` takes and `GET /packs/{sha256}` gives. What else must hold is in domain/content/own-pack-faults.ts. */
export const ownPackDocument: z.ZodMiniType<OwnPackDocument> = z.strictObject({
  peil: z.literal('pack'),
  v: z.literal(1),
  pack,
  words: z
    .record(language, packWords)
    .check(z.refine((words) => Object.keys(words).length > 0, { error: 'holds at least one language', abort: true })),
})

/** What the commands about own packs print (docs/own-packs.md). */
export const packLoaded = z.strictObject({ pack: z.string(), version: z.string(), sha256: packHash })
export type PackLoaded = z.infer<typeof packLoaded>

export const packChecked = z.strictObject({
  pack: z.nullable(z.strictObject({ id: z.string(), version: z.string(), for: z.string() })),
  languages: z.array(z.strictObject({ language: z.string(), lix: z.number(), items: z.number(), checked: z.enum(['words', 'shape']) })),
  faults: z.array(z.strictObject({ language: z.optional(z.string()), key: z.string(), reason: z.string() })),
})
export type PackChecked = z.infer<typeof packChecked>

export const packList = z.strictObject({
  packs: z.array(
    z.strictObject({ pack: z.string(), version: z.string(), for: z.string(), sha256: packHash, usedByNewRounds: z.boolean() }),
  ),
})
export type PackList = z.infer<typeof packList>

/** `kept`: an open round asks it, and goes on asking it. */
export const packUnloaded = z.strictObject({
  pack: z.string(),
  versions: z.array(z.strictObject({ version: z.string(), sha256: packHash, document: z.enum(['kept', 'removed']) })),
})
export type PackUnloaded = z.infer<typeof packUnloaded>
