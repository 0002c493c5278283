import * as z from 'zod/mini'
import type { Step } from '../domain/instrument/instrument.ts'
import { type Profile, countries, peilParts } from '../domain/profile/profile.ts'
import { dimension, id, sector, tier } from './ids.ts'
import { resource } from './resource.ts'

/** A municipal profile as data, and its words apart from it. A profile file holds both. */

/** Ids of goals, notes and contacts also name their words. */
const wordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))
const words = z.string().check(z.minLength(1), z.maxLength(400), z.regex(/^\S(.*\S)?$/, 'starts or ends with a space, or has a line break'))
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const language = z.string().check(z.regex(/^[a-z]{2,3}$/))
const year = z.int().check(z.minimum(2000), z.maximum(2100))
const day = z.iso.date()
const url = z.url({ protocol: /^https$/ }).check(z.maxLength(500))

/** Step 0 is where everyone starts: a target there would have nobody below it. */
const aim = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const aims: z.ZodMiniType<Readonly<Record<z.infer<typeof tier>, Step>>> = z.strictObject({
  practice: aim,
  teacher: aim,
  leader: aim,
  owner: aim,
})

const goal = z.strictObject({
  id: wordId,
  dimensions: z.array(dimension),
  parts: z.array(z.enum(peilParts)),
  sectors: z.exactOptional(z.array(sector).check(z.minLength(1))),
})
const targets = z.strictObject({
  example: z.boolean(),
  kind: z.enum(['aim', 'minimum']),
  decided: z.exactOptional(day),
  steps: z.partialRecord(dimension, aims),
})
const sourceDocument = z.strictObject({ title, language, year: z.exactOptional(year), url: z.exactOptional(url) })
const guideline = z.strictObject({ id: wordId, title, language, url, seen: z.exactOptional(day) })

export const profile: z.ZodMiniType<Profile> = z.strictObject({
  id,
  country: z.enum(countries),
  languages: z.array(language).check(z.minLength(1)),
  proposal: z.boolean(),
  validFrom: z.exactOptional(year),
  validTo: year,
  document: sourceDocument,
  goals: z.array(goal).check(z.minLength(1), z.maxLength(40)),
  guidelines: z.array(guideline),
  targets: z.exactOptional(targets),
  ownResources: z.array(resource),
  hiddenResources: z.array(id),
  contacts: z.array(wordId),
  notes: z.array(wordId),
})

const named = z.record(wordId, words)

/** The words of one profile in one language. `unit` and `tiers` only where the municipality says it otherwise than Peil. */
export const profileWords = z.strictObject({
  name: words.check(z.maxLength(80)),
  goals: z.record(wordId, words.check(z.maxLength(80))),
  notes: z.exactOptional(named),
  contacts: z.exactOptional(named),
  /** The one line about each of the municipality's own resources. */
  resources: z.exactOptional(named),
  unit: z.exactOptional(words.check(z.maxLength(30))),
  tiers: z.exactOptional(z.partialRecord(tier, words.check(z.maxLength(60)))),
})
export type ProfileWords = z.infer<typeof profileWords>

/** `profiles.json`: the words of the profiles that Peil brings along. */
export const profilesFile = z.strictObject({
  parts: z.record(z.enum(peilParts), words),
  profiles: z.record(id, profileWords),
})

/** A profile that is taken from one Peil to another: `v` is raised when an older Peil could not read it. */
export const profileFile = z.strictObject({ v: z.literal(1), profile, words: z.record(language, profileWords) })
export type ProfileFile = z.infer<typeof profileFile>

function missing(what: string, ids: readonly string[], said: Readonly<Record<string, string>> = {}): readonly string[] {
  return [
    ...ids.filter((each) => said[each] === undefined).map((each) => `${what} ${each}: no words`),
    ...Object.keys(said)
      .filter((each) => !ids.includes(each))
      .map((each) => `${what} ${each}: words for nothing`),
  ]
}

/** Where a profile and its words in one language do not fit each other. */
export function wordFaults(of: Profile, said: ProfileWords): readonly string[] {
  return [
    ...missing(
      'goal',
      of.goals.map((each) => each.id),
      said.goals,
    ),
    ...missing('note', of.notes, said.notes),
    ...missing('contact', of.contacts, said.contacts),
    ...missing(
      'resource',
      of.ownResources.map((each) => each.id),
      said.resources,
    ),
  ]
}
