import type { Dimension, Sector } from '../../domain/instrument/instrument.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { type Resource, isChecked } from '../../domain/resource/resource.ts'
import { referenceLanguage } from '../../i18n/languages.ts'
import { type Draft, toggled, withProfile } from './draft.ts'

type Choices = Pick<Profile, 'hiddenResources' | 'confirmedResources'>

/** How one of Peil's resources stands in this municipality. What is unchecked waits for an owner. */
export type ResourceMark = 'unchecked' | 'confirmed' | 'hidden' | 'shown'

export function markOf(resource: Resource, { hiddenResources, confirmedResources }: Choices): ResourceMark {
  if (hiddenResources.includes(resource.id)) return 'hidden'
  if (isChecked(resource)) return 'shown'
  return confirmedResources.includes(resource.id) ? 'confirmed' : 'unchecked'
}

export const shows = ['all', 'waiting', 'confirmed', 'hidden'] as const

/** What the owner wants to see; `all` is no choice. */
export type Wanted = {
  readonly area: Dimension | 'all'
  readonly sector: Sector | 'all'
  readonly language: string
  readonly show: (typeof shows)[number]
}

export const wantAll: Wanted = { area: 'all', sector: 'all', language: 'all', show: 'all' }

function isWanted(resource: Resource, { area, sector, language, show }: Wanted, choices: Choices): boolean {
  const mark = markOf(resource, choices)
  return (
    (area === 'all' || resource.dimensions.includes(area)) &&
    (sector === 'all' || resource.sectors.includes(sector)) &&
    (language === 'all' || resource.languages.includes(language)) &&
    (show === 'all' || (show === 'waiting' ? mark === 'unchecked' : mark === show))
  )
}

export type OwnerGroup = { readonly owner: string; readonly resources: readonly Resource[] }

/** Grouped by who made them, alphabetically as in the reference language. Within a group in the order of the catalogue. */
export function groupsOf(catalogue: readonly Resource[], wanted: Wanted, choices: Choices): readonly OwnerGroup[] {
  const found = catalogue.filter((each) => isWanted(each, wanted, choices))
  const owners = [...new Set(found.map(({ owner }) => owner))].toSorted((a, b) => a.localeCompare(b, referenceLanguage))
  return owners.map((owner) => ({ owner, resources: found.filter((each) => each.owner === owner) }))
}

/** Confirms, or takes the confirmation back. */
export function confirmed(draft: Draft, id: string): Draft {
  return withProfile(draft, { confirmedResources: toggled(draft.profile.confirmedResources, id) })
}

/** Hides, or shows again. What is hidden is not confirmed any longer: somebody looks at it anew before it is shown. */
export function hidden(draft: Draft, id: string): Draft {
  const { hiddenResources, confirmedResources } = draft.profile
  return withProfile(draft, {
    hiddenResources: toggled(hiddenResources, id),
    confirmedResources: confirmedResources.filter((each) => each !== id),
  })
}
