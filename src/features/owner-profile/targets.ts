import type { ProfileTargets } from '../../domain/profile/profile.ts'
import { type Draft, withOptional } from './draft.ts'

/** A profile without targets of its own begins with none in any area, as examples. */
export const noTargets: ProfileTargets = { example: true, kind: 'aim', steps: {} }

export function withTargets(draft: Draft, change: (targets: ProfileTargets) => ProfileTargets): Draft {
  return withOptional(draft, 'targets', change(draft.profile.targets ?? noTargets))
}
