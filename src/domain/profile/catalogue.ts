import { type Resource, isChecked } from '../resource/resource.ts'
import type { Profile } from './profile.ts'

/** What a profile says about resources. */
export type ResourceChoices = Pick<Profile, 'ownResources' | 'hiddenResources' | 'confirmedResources'>

/**
 * What staff of a municipality may be shown: its own resources first, then Peil's, without what it hides. Of what is marked as
 * unchecked only what an owner has confirmed.
 */
export function resourcesOffered(shipped: readonly Resource[], choices?: ResourceChoices): readonly Resource[] {
  const { ownResources = [], hiddenResources = [], confirmedResources = [] } = choices ?? {}
  return [...ownResources, ...shipped].filter(
    (each) => !hiddenResources.includes(each.id) && (isChecked(each) || confirmedResources.includes(each.id)),
  )
}

/**
 * A profile that was made with another version of Peil's catalogue: what is hidden and is no longer there, or confirmed and has
 * been checked since, is left out.
 */
export function fitToCatalogue(profile: Profile, shipped: readonly Resource[]): Profile {
  const known = (id: string): Resource | undefined => shipped.find((each) => each.id === id)
  return {
    ...profile,
    hiddenResources: profile.hiddenResources.filter((id) => known(id) !== undefined),
    confirmedResources: profile.confirmedResources.filter((id) => {
      const resource = known(id)
      return resource !== undefined && !isChecked(resource)
    }),
  }
}
