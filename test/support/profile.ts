import type { Profile } from '../../src/domain/profile/profile.ts'
import { type Resource, isChecked } from '../../src/domain/resource/resource.ts'
import { nasjonal } from '../../src/instruments/profiles/nasjonal.ts'
import { resources } from '../../src/instruments/resources.ts'
import type { ProfileFile } from '../../src/protocol/profile.ts'

/** Of Peil's catalogue, in its order. */
export const checked: readonly Resource[] = resources.filter(isChecked)
export const unchecked: readonly Resource[] = resources.filter((each) => !isChecked(each))

/** Something to learn from that only this municipality has. */
export const ownResource: Resource = {
  id: 'fjordvik-workshop',
  name: 'Verkstedet i Fjordvik',
  owner: 'IT-støtte i Fjordvik',
  url: 'https://fjordvik.example/verksted',
  sectors: ['barnehage', 'skole', 'sfo'],
  dimensions: ['1', '3', '6'],
  tiers: ['practice', 'teacher', 'leader', 'owner'],
  languages: ['nb'],
  countries: ['NO'],
  kind: 'ten-minutes',
  login: 'none',
  checkedAt: '2026-11-20',
}

/** What an owner in Fjordvik has made of the national goals. */
export function ownProfile(changes: Partial<Profile> = {}): ProfileFile {
  const step = { practice: 1, teacher: 4, leader: 4, owner: 1 } as const
  return {
    v: 1,
    profile: {
      ...nasjonal,
      goals: [{ id: 'shared-practice', dimensions: ['1', '3'], parts: [] }],
      targets: { example: false, kind: 'aim', decided: '2026-10-01', steps: { '1': step } },
      ownResources: [ownResource],
      contacts: ['it-support'],
      notes: [],
      ...changes,
    },
    words: {
      nb: {
        name: 'Fjordvik: felles praksis',
        goals: { 'shared-practice': 'Felles praksis i alle enheter' },
        contacts: { 'it-support': 'IT-støtte' },
        resources: { 'fjordvik-workshop': 'En halv time i verkstedet, med en oppgave.' },
      },
      en: {
        name: 'Fjordvik: shared practice',
        goals: {},
        resources: { 'fjordvik-workshop': 'Half an hour in the workshop, with a task.' },
      },
    },
  }
}
