import { fitToCatalogue } from '../../domain/profile/catalogue.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Result, fail, ok } from '../../domain/result.ts'
import { languages, loadWords } from '../../i18n/languages.ts'
import { profiles } from '../../instruments/profiles/index.ts'
import { resources } from '../../instruments/resources.ts'
import type { MunicipalProfile, ProfileWords } from '../../protocol/profile.ts'
import type { HeldProfile, Office, OfficeRefusal, SaveRefusal } from '../../sync/office.ts'
import { type Draft, isSame, tidied } from './draft.ts'

/** A profile as the server has it, ready to be edited. */
export type Stored = {
  readonly draft: Draft
  readonly etag: string
  /** False where the municipality uses one that Peil brings along, just as it is. */
  readonly isOwn: boolean
}

type ShippedWords = { readonly profiles?: Readonly<Record<string, ProfileWords>> }

/** One that Peil brings along, with its words in every language. */
export async function shippedDraft(profile: Profile): Promise<Draft> {
  const files = await Promise.all(languages.map(async (language) => [language, await loadWords(language, 'profiles')] as const))
  const words = files.flatMap(([language, file]) => {
    const said = (file as ShippedWords).profiles?.[profile.id]
    return said === undefined ? [] : [[language, said] as const]
  })
  return { v: 1, profile, words: Object.fromEntries(words) }
}

export function shippedWith(id: string): Profile | undefined {
  return profiles.find((each) => each.id === id)
}

async function opened({ profile, etag }: HeldProfile): Promise<Result<Stored, OfficeRefusal>> {
  if ('file' in profile) {
    const draft = { ...profile.file, profile: fitToCatalogue(profile.file.profile, resources) }
    return ok({ draft, etag, isOwn: true })
  }
  const shipped = shippedWith(profile.shipped)
  return shipped ? ok({ draft: await shippedDraft(shipped), etag, isOwn: false }) : fail({ kind: 'malformed' })
}

export async function readStored(office: Office): Promise<Result<Stored, OfficeRefusal>> {
  const held = await office.profile()
  return held.ok ? opened(held.value) : held
}

/** What says the same as one of Peil's is that one, and follows it when Peil changes it. */
async function toSend(draft: Draft): Promise<MunicipalProfile> {
  const shipped = shippedWith(draft.profile.id)
  if (shipped !== undefined && isSame(draft, await shippedDraft(shipped))) return { v: 1, shipped: shipped.id }
  return { v: 1, file: tidied(draft) }
}

export type NotStored = Exclude<SaveRefusal, { readonly kind: 'conflict' }> | { readonly kind: 'conflict'; readonly theirs: Stored }

/** Stores the draft in place of the version `etag` names. */
export async function store(office: Office, draft: Draft, etag: string): Promise<Result<Stored, NotStored>> {
  const saved = await office.saveProfile(await toSend(draft), etag)
  if (saved.ok) return opened(saved.value)
  if (saved.error.kind !== 'conflict') return fail(saved.error)
  const theirs = await opened(saved.error.stored)
  return theirs.ok ? fail({ kind: 'conflict', theirs: theirs.value }) : theirs
}
