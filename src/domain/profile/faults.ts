import { type Resource, isChecked } from '../resource/resource.ts'
import type { Profile } from './profile.ts'

export const profileFaultKinds = [
  'twice',
  /** `by` serves a goal twice. */
  'serves-twice',
  'served-by-nothing',
  /** Peil has no such resource. */
  'unknown',
  /** One of the municipality's own resources has the id of one of Peil's. */
  'id-of-peil',
  /** Only what Peil has marked as unchecked waits to be confirmed. */
  'not-unchecked',
  'hidden-and-confirmed',
  'ends-before-it-begins',
  'words-missing',
  'words-for-nothing',
] as const

export const profileParts = [
  'profile',
  'goal',
  'guideline',
  'contact',
  'note',
  'own-resource',
  'hidden-resource',
  'confirmed-resource',
] as const
export type ProfilePart = (typeof profileParts)[number]

/** What is wrong beyond the form, and where: of which part, by its id; `language` where it is about words. */
export type ProfileFault = {
  readonly kind: (typeof profileFaultKinds)[number]
  readonly part: ProfilePart
  readonly id?: string
  readonly by?: string
  readonly language?: string
}

function twice(part: ProfilePart, ids: readonly string[]): readonly ProfileFault[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => ({ kind: 'twice', part, id }))
}

function idsOf(named: readonly { readonly id: string }[]): readonly string[] {
  return named.map(({ id }) => id)
}

function goalFaults({ goals }: Profile): readonly ProfileFault[] {
  return goals.flatMap(({ id, dimensions, parts }): readonly ProfileFault[] => {
    const servers = [...dimensions, ...parts]
    if (servers.length === 0) return [{ kind: 'served-by-nothing', part: 'goal', id }]
    return servers.filter((by, at) => servers.indexOf(by) !== at).map((by) => ({ kind: 'serves-twice', part: 'goal', id, by }))
  })
}

function confirmedFaults({ hiddenResources, confirmedResources }: Profile, shipped: readonly Resource[]): readonly ProfileFault[] {
  const part = 'confirmed-resource'
  return confirmedResources.flatMap((id): readonly ProfileFault[] => {
    const resource = shipped.find((each) => each.id === id)
    if (resource === undefined) return [{ kind: 'unknown', part, id }]
    if (isChecked(resource)) return [{ kind: 'not-unchecked', part, id }]
    return hiddenResources.includes(id) ? [{ kind: 'hidden-and-confirmed', part, id }] : []
  })
}

function resourceFaults(profile: Profile, shipped: readonly Resource[]): readonly ProfileFault[] {
  const { ownResources, hiddenResources, confirmedResources } = profile
  const known = idsOf(shipped)
  return [
    ...twice('own-resource', idsOf(ownResources)),
    ...twice('hidden-resource', hiddenResources),
    ...twice('confirmed-resource', confirmedResources),
    ...ownResources.flatMap(({ id }) => (known.includes(id) ? [{ kind: 'id-of-peil', part: 'own-resource', id } as const] : [])),
    ...hiddenResources.flatMap((id) => (known.includes(id) ? [] : [{ kind: 'unknown', part: 'hidden-resource', id } as const])),
    ...confirmedFaults(profile, shipped),
  ]
}

/** What is wrong with a profile beyond its form; `shipped` is Peil's own catalogue. Nothing where it can be used. */
export function profileFaults(profile: Profile, shipped: readonly Resource[]): readonly ProfileFault[] {
  const { goals, guidelines, contacts, notes, validFrom, validTo } = profile
  return [
    ...twice('goal', idsOf(goals)),
    ...goalFaults(profile),
    ...resourceFaults(profile, shipped),
    ...twice('guideline', idsOf(guidelines)),
    ...twice('contact', contacts),
    ...twice('note', notes),
    ...(validFrom !== undefined && validFrom > validTo ? [{ kind: 'ends-before-it-begins', part: 'profile' } as const] : []),
  ]
}
