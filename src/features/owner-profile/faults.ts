import { profileFaults } from '../../domain/profile/faults.ts'
import { resources } from '../../instruments/resources.ts'
import { type Draft, type WordList, mainLanguage, nameIn, tidied, wordIn } from './draft.ts'

/** The pages of the profile, by their place in the address. */
export const places = { plan: '', goals: 'maal', steps: 'steg', resources: 'ressurser', file: 'fil' } as const
export type Place = keyof typeof places

export function pathOf(place: Place): string {
  return places[place] === '' ? '/eier/profil' : `/eier/profil/${places[place]}`
}

export const faultKinds = [
  'name-missing',
  'title-missing',
  'link-wrong',
  'year-wrong',
  'ends-before-it-begins',
  'day-missing',
  'goals-missing',
  'goal-unnamed',
  'goal-served-by-nothing',
  'unsaid',
  'guideline-untitled',
] as const

/** What keeps a profile from being saved. `field`: the id of the field to go to. `said`: the words it is about, if there are any. */
export type Fault = { readonly kind: (typeof faultKinds)[number]; readonly place: Place; readonly field: string; readonly said?: string }

const longestLink = 500

/** The same as a profile file may hold. */
export function isLink(url: string): boolean {
  return url.length <= longestLink && /^https:\/\/[^\s/?#@\\]+([/?#]\S*)?$/.test(url)
}

function isYear(year: number): boolean {
  return year >= 2000 && year <= 2100
}

function planFaults(draft: Draft): readonly Fault[] {
  const { document, validFrom, validTo, guidelines } = draft.profile
  const at = (kind: Fault['kind'], field: string): Fault => ({ kind, place: 'plan', field })
  return [
    ...(nameIn(draft, mainLanguage(draft)).text === '' ? [at('name-missing', 'name')] : []),
    ...(document.title === '' ? [at('title-missing', 'title')] : []),
    ...(document.year !== undefined && !isYear(document.year) ? [at('year-wrong', 'document-year')] : []),
    ...(document.url !== undefined && !isLink(document.url) ? [at('link-wrong', 'document-link')] : []),
    ...(validFrom !== undefined && !isYear(validFrom) ? [at('year-wrong', 'valid-from')] : []),
    ...(isYear(validTo) ? [] : [at('year-wrong', 'valid-to')]),
    ...guidelines.flatMap(({ id, title, url }) => [
      ...(title.trim() === '' ? [at('guideline-untitled', `guideline-${id}-title`)] : []),
      ...(isLink(url) ? [] : [at('link-wrong', `guideline-${id}-link`)]),
    ]),
  ]
}

/** Said in another language only: readers of the main one would meet nothing. */
function unsaid(draft: Draft, place: Place, list: WordList, field: string, ids: readonly string[]): readonly Fault[] {
  const empty = ids.filter((id) => wordIn(draft, mainLanguage(draft), list, id).text === '')
  return empty.map((id) => ({ kind: 'unsaid', place, field: `${field}-${id}` }))
}

function goalFaults(draft: Draft): readonly Fault[] {
  const { goals } = draft.profile
  const at = (kind: Fault['kind'], field: string): Fault => ({ kind, place: 'goals', field })
  const unnamed = goals.filter(({ id }) => wordIn(draft, mainLanguage(draft), 'goals', id).text === '')
  return [...(goals.length === 0 ? [at('goals-missing', 'add-goal')] : []), ...unnamed.map(({ id }) => at('goal-unnamed', `goal-${id}`))]
}

/** What the domain finds and a person can put right here; the rest cannot come about on these pages. */
function ruleFaults(draft: Draft): readonly Fault[] {
  return profileFaults(draft.profile, resources).flatMap(({ kind, id = '' }): readonly Fault[] => {
    if (kind === 'ends-before-it-begins') return [{ kind, place: 'plan', field: 'valid-to' }]
    if (kind !== 'served-by-nothing') return []
    const { text } = wordIn(draft, mainLanguage(draft), 'goals', id)
    return [{ kind: 'goal-served-by-nothing', place: 'goals', field: `goal-${id}-served`, said: text }]
  })
}

/** Everything that must be put right before the draft can be saved, in the order of the pages. */
export function faultsOf(written: Draft): readonly Fault[] {
  const draft = tidied(written)
  const { notes, contacts, targets, ownResources } = draft.profile
  const order = Object.keys(places)
  const own = ownResources.map(({ id }) => id)
  const faults: readonly Fault[] = [
    ...planFaults(draft),
    ...unsaid(draft, 'plan', 'notes', 'note', notes),
    ...unsaid(draft, 'plan', 'contacts', 'contact', contacts),
    ...goalFaults(draft),
    ...ruleFaults(draft),
    ...(targets?.example === false && targets.decided === undefined
      ? [{ kind: 'day-missing', place: 'steps', field: 'decided' } as const]
      : []),
    ...unsaid(draft, 'resources', 'resources', 'own', own),
  ]
  return faults.toSorted((a, b) => order.indexOf(a.place) - order.indexOf(b.place))
}
