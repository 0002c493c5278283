import * as z from 'zod/mini'
import type { Step } from '../domain/instrument/instrument.ts'
import { type ProfileFault, type ProfilePart, profileFaultKinds, profileFaults, profileParts } from '../domain/profile/faults.ts'
import { type Profile, countries, peilParts } from '../domain/profile/profile.ts'
import type { Resource } from '../domain/resource/resource.ts'
import { dimension, id, sector, tier } from './ids.ts'
import { address, day, resource } from './resource.ts'

/**
 * A municipal profile as data, and its words apart from it. A profile file holds both. It speaks of a municipality and of functions
 * in it, never of a person: no schema can see to that, so the pages where it is written say so.
 */

/** Of a profile in JSON, as a file or as a message. One with 60 own resources and its words in four languages is 160 kB. */
export const profileBytes = 256 * 1024

/** Ids of goals, notes and contacts also name their words. */
const wordId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/))
const words = z.string().check(z.minLength(1), z.maxLength(400), z.regex(/^\S(.*\S)?$/, 'starts or ends with a space, or has a line break'))
const title = words.check(z.maxLength(200))
const language = z.string().check(z.regex(/^[a-z]{2,3}$/))
const year = z.int().check(z.minimum(2000), z.maximum(2100))

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
const sourceDocument = z.strictObject({ title, language, year: z.exactOptional(year), url: z.exactOptional(address) })
const guideline = z.strictObject({ id: wordId, title, language, url: address, seen: z.exactOptional(day) })

export const profile: z.ZodMiniType<Profile> = z.strictObject({
  id,
  country: z.enum(countries),
  languages: z.array(language).check(z.minLength(1), z.maxLength(10)),
  proposal: z.boolean(),
  validFrom: z.exactOptional(year),
  validTo: year,
  document: sourceDocument,
  goals: z.array(goal).check(z.minLength(1), z.maxLength(40)),
  guidelines: z.array(guideline).check(z.maxLength(40)),
  targets: z.exactOptional(targets),
  ownResources: z.array(resource).check(z.maxLength(100)),
  hiddenResources: z.array(id).check(z.maxLength(500)),
  confirmedResources: z.array(id).check(z.maxLength(500)),
  contacts: z.array(wordId).check(z.maxLength(40)),
  notes: z.array(wordId).check(z.maxLength(40)),
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

/**
 * `GET` and `PUT /profile`: what a municipality has. `file`: its own, edited or imported, which may still have the id of the
 * profile it was made from. `shipped`: the id of one that Peil brings along, as it is; its words are in the app.
 */
export const municipalProfile = z.union([
  z.strictObject({ v: z.literal(1), file: profileFile }),
  z.strictObject({ v: z.literal(1), shipped: id }),
])
export type MunicipalProfile = z.infer<typeof municipalProfile>

/** What the problem document `conflict` holds besides, where `If-Match` names another version than the stored one. */
export const profileConflict = z.object({ stored: municipalProfile, etag: z.string(), sent: municipalProfile })
export type ProfileConflict = z.infer<typeof profileConflict>

/** What the problem document `malformed` holds besides, where a profile has the form and cannot be used. */
export const profileFaulty = z.object({
  faults: z.array(
    z.object({
      kind: z.enum(profileFaultKinds),
      part: z.enum(profileParts),
      id: z.exactOptional(z.string()),
      by: z.exactOptional(z.string()),
      language: z.exactOptional(z.string()),
    }),
  ),
})

type Said = { readonly part: ProfilePart; readonly ids: readonly string[]; readonly words: Readonly<Record<string, string>> }

function saidIn(of: Profile, words: ProfileWords): readonly Said[] {
  return [
    { part: 'goal', ids: of.goals.map((each) => each.id), words: words.goals },
    { part: 'note', ids: of.notes, words: words.notes ?? {} },
    { part: 'contact', ids: of.contacts, words: words.contacts ?? {} },
    { part: 'own-resource', ids: of.ownResources.map((each) => each.id), words: words.resources ?? {} },
  ]
}

function missingWords(of: Profile, words: ProfileWords): readonly ProfileFault[] {
  return saidIn(of, words).flatMap(({ part, ids, words: said }) =>
    ids.filter((each) => !Object.hasOwn(said, each)).map((each) => ({ kind: 'words-missing', part, id: each }) as const),
  )
}

function strayWords(of: Profile, words: ProfileWords): readonly ProfileFault[] {
  return saidIn(of, words).flatMap(({ part, ids, words: said }) =>
    Object.keys(said)
      .filter((each) => !ids.includes(each))
      .map((each) => ({ kind: 'words-for-nothing', part, id: each }) as const),
  )
}

/** Where a profile and its words in one language do not fit each other. */
export function wordFaults(of: Profile, words: ProfileWords): readonly ProfileFault[] {
  return [...missingWords(of, words), ...strayWords(of, words)]
}

/**
 * What is wrong with a file that has the form: with its profile, and with its words. The first of the profile's languages must say
 * everything; where another is silent, its readers get the first.
 */
export function fileFaults({ profile: of, words }: ProfileFile, shipped: readonly Resource[]): readonly ProfileFault[] {
  const [first = ''] = of.languages
  const whole = words[first]
  return [
    ...profileFaults(of, shipped),
    ...(whole === undefined
      ? [{ kind: 'words-missing', part: 'profile', language: first } as const]
      : missingWords(of, whole).map((fault) => ({ ...fault, language: first }))),
    ...Object.entries(words).flatMap(([each, said]) => strayWords(of, said).map((fault) => ({ ...fault, language: each }))),
  ]
}
