import { tiers } from '../../domain/instrument/instrument.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import type { ProfileFile, ProfileWords } from '../../protocol/profile.ts'

/** What the owner is writing: a profile and its words, perhaps not yet fit to be saved. */
export type Draft = ProfileFile

/** Lists of a profile whose entries can be added, moved and taken away. */
export type ListName = 'goals' | 'notes' | 'contacts' | 'guidelines' | 'ownResources'
type Named = Readonly<Record<string, string>>
/** Words that belong to the entries of a list. */
export type WordList = 'goals' | 'notes' | 'contacts' | 'resources'

/** The words of these lists, by the list they belong to. */
export const wordsOfList = { goals: 'goals', notes: 'notes', contacts: 'contacts', ownResources: 'resources' } as const

/** Sets a field that may be left out. */
export function put<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key, value: Whole[Key] | undefined): Whole {
  const { [key]: _before, ...rest } = whole
  return (value === undefined ? rest : { ...rest, [key]: value }) as Whole
}

export function withProfile(draft: Draft, change: Partial<Profile>): Draft {
  return { ...draft, profile: { ...draft.profile, ...change } }
}

/** Leaves the field out where there is no value. */
export function withOptional<Key extends 'validFrom' | 'targets'>(draft: Draft, key: Key, value: Profile[Key] | undefined): Draft {
  return { ...draft, profile: put(draft.profile, key, value) }
}

/** Goals keep their words under `goals` even before there are any. */
function wordsIn(draft: Draft, language: string): ProfileWords {
  return draft.words[language] ?? { name: '', goals: {} }
}

export function withWords(draft: Draft, language: string, change: (words: ProfileWords) => ProfileWords): Draft {
  return { ...draft, words: { ...draft.words, [language]: change(wordsIn(draft, language)) } }
}

export function withWord(draft: Draft, language: string, list: WordList, id: string, text: string): Draft {
  return withWords(draft, language, (words) => ({ ...words, [list]: { ...words[list], [id]: text } }))
}

/** The language that says everything. Where another is silent, its readers get this one. */
export function mainLanguage({ profile }: Draft): string {
  return profile.languages[0] ?? 'nb'
}

/** What is written in a language, and what a reader of it meets instead where nothing is. */
export type Written = { readonly text: string; readonly instead?: string }

function written(draft: Draft, language: string, read: (words: ProfileWords) => string | undefined): Written {
  const [text, instead] = [language, mainLanguage(draft)].map((each) => draft.words[each] && read(draft.words[each]))
  return { text: text ?? '', ...(instead === undefined || language === mainLanguage(draft) ? {} : { instead }) }
}

export function nameIn(draft: Draft, language: string): Written {
  return written(draft, language, (words) => words.name)
}

export function wordIn(draft: Draft, language: string, list: WordList, id: string): Written {
  return written(draft, language, (words) => words[list]?.[id])
}

/** The first words there are, the reader's own before others. */
export function said({ text, instead }: Written): string {
  return text.trim() === '' ? (instead ?? '') : text
}

type Entry = Profile[ListName][number]

export function idOf(entry: Entry): string {
  return typeof entry === 'string' ? entry : entry.id
}

function entriesOf({ profile }: Draft, list: ListName): readonly Entry[] {
  return profile[list]
}

function withEntries(draft: Draft, list: ListName, entries: readonly Entry[]): Draft {
  return withProfile(draft, { [list]: entries })
}

/** An id that the list does not hold, nor held before something was taken away: its words may still be there. */
export function freshId(draft: Draft, list: ListName): string {
  const words = Object.values(draft.words).flatMap((each) => (list === 'guidelines' ? [] : Object.keys(each[wordsOfList[list]] ?? {})))
  const taken = new Set([...entriesOf(draft, list).map(idOf), ...words])
  const prefix = { goals: 'goal', notes: 'note', contacts: 'contact', guidelines: 'link', ownResources: 'own' }[list]
  let number = taken.size + 1
  while (taken.has(`${prefix}-${number}`)) number += 1
  return `${prefix}-${number}`
}

export function addTo(draft: Draft, list: ListName, entry: Entry): Draft {
  return withEntries(draft, list, [...entriesOf(draft, list), entry])
}

export function changeIn<List extends 'goals' | 'guidelines' | 'ownResources'>(
  draft: Draft,
  list: List,
  id: string,
  change: (entry: Profile[List][number]) => Profile[List][number],
): Draft {
  const entries = draft.profile[list] as readonly Profile[List][number][]
  return withEntries(
    draft,
    list,
    entries.map((each) => (each.id === id ? change(each) : each)),
  )
}

/** One place up or down; the same draft where there is no such place. */
export function moveIn(draft: Draft, list: ListName, id: string, by: 1 | -1): Draft {
  const entries = entriesOf(draft, list)
  const at = entries.findIndex((each) => idOf(each) === id)
  const [moved, other] = [entries[at], entries[at + by]]
  if (moved === undefined || other === undefined) return draft
  return withEntries(
    draft,
    list,
    entries.map((each) => (each === moved ? other : each === other ? moved : each)),
  )
}

/** Its words stay until the profile is saved, so that it can come back as it was. */
export function removeFrom(draft: Draft, list: ListName, id: string): Draft {
  return withEntries(
    draft,
    list,
    entriesOf(draft, list).filter((each) => idOf(each) !== id),
  )
}

/** Puts back what was taken away, where it stood. Whatever was changed since stays changed. */
export function restoreTo(draft: Draft, before: Draft, list: ListName, id: string): Draft {
  const at = entriesOf(before, list).findIndex((each) => idOf(each) === id)
  const entry = entriesOf(before, list)[at]
  if (entry === undefined || entriesOf(draft, list).some((each) => idOf(each) === id)) return draft
  return withEntries(draft, list, entriesOf(draft, list).toSpliced(at, 0, entry))
}

/** A list of ids with one more or one less. */
export function toggled<Id extends string>(ids: readonly Id[], id: Id): readonly Id[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]
}

/** Without empty words and words for nothing. */
function tidyNamed(words: Named | undefined, ids: readonly string[]): Named {
  return Object.fromEntries(
    Object.entries(words ?? {}).flatMap(([id, text]) => (ids.includes(id) && text.trim() ? [[id, text.trim()]] : [])),
  )
}

function leftOut<Value extends object>(key: string, value: Value): Record<string, Value> {
  return Object.keys(value).length === 0 ? {} : { [key]: value }
}

/** A language that says anything has a name for the profile, too: the same, until it gets its own. */
function tidyWords(words: ProfileWords, profile: Profile, name: string): ProfileWords {
  const unit = words.unit?.trim() ?? ''
  return {
    name: words.name.trim() || name,
    goals: tidyNamed(words.goals, profile.goals.map(idOf)),
    ...leftOut('notes', tidyNamed(words.notes, profile.notes)),
    ...leftOut('contacts', tidyNamed(words.contacts, profile.contacts)),
    ...leftOut('resources', tidyNamed(words.resources, profile.ownResources.map(idOf))),
    ...(unit === '' ? {} : { unit }),
    ...leftOut('tiers', tidyNamed(words.tiers, tiers)),
  }
}

function saysAnything(words: ProfileWords): boolean {
  const { name, unit = '', goals, notes, contacts, resources, tiers: roles } = words
  const named = [goals, notes, contacts, resources, roles].flatMap((each) => Object.values(each ?? {}))
  return [name, unit, ...named].some((text) => text.trim() !== '')
}

function isSaid(draft: Draft, list: WordList, id: string): boolean {
  return Object.values(draft.words).some((words) => (words[list]?.[id] ?? '').trim() !== '')
}

function tidyProfile(draft: Draft): Profile {
  const { profile } = draft
  const document = { ...profile.document, title: profile.document.title.trim() }
  return {
    ...profile,
    document: document.url?.trim() === '' ? put(document, 'url', undefined) : document,
    notes: profile.notes.filter((id) => isSaid(draft, 'notes', id)),
    contacts: profile.contacts.filter((id) => isSaid(draft, 'contacts', id)),
    guidelines: profile.guidelines.map((each) => ({ ...each, title: each.title.trim() })).filter(({ title, url }) => title + url !== ''),
  }
}

/** As it would be saved: rows that nobody wrote in are gone, and so are languages without a word. */
export function tidied(draft: Draft): Draft {
  const profile = tidyProfile(draft)
  const name = nameIn(draft, mainLanguage(draft)).text.trim()
  const words = Object.entries(draft.words).filter(([, each]) => saysAnything(each))
  return { ...draft, profile, words: Object.fromEntries(words.map(([language, each]) => [language, tidyWords(each, profile, name)])) }
}

/** Whether two say the same, in whatever order their fields stand. */
export function isSame(one: Draft, other: Draft): boolean {
  return ordered(tidied(one)) === ordered(tidied(other))
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
