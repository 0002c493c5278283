import { type Step, type Tier, dimensions } from '../../domain/instrument/instrument.ts'
import type { ProfileTargets } from '../../domain/profile/profile.ts'

const onMyOwn: Readonly<Record<Tier, Step>> = { practice: 2, teacher: 2, leader: 2, owner: 2 }
const byLeaders = ['leadership', 'conditions']

/**
 * An example of what some plans ask for and put no number to: one least step for everyone. Leading and providing have
 * none here, because they are not everyone's.
 */
export const commonMinimum: ProfileTargets = {
  example: true,
  kind: 'minimum',
  steps: Object.fromEntries(dimensions.filter((each) => !byLeaders.includes(each)).map((each) => [each, onMyOwn])),
}
