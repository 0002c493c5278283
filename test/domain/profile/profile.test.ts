import { describe, expect, it } from 'vitest'
import { type ProfileFault, profileFaults } from '../../../src/domain/profile/faults.ts'
import { type Profile, statusOf } from '../../../src/domain/profile/profile.ts'
import { goalStandings } from '../../../src/domain/profile/standing.ts'
import { isChecked } from '../../../src/domain/resource/resource.ts'
import { nasjonal } from '../../../src/instruments/profiles/nasjonal.ts'
import { resources } from '../../../src/instruments/resources.ts'

function never(): never {
  throw new Error('the catalogue has changed')
}

const profile: Profile = { ...nasjonal, validFrom: 2026, validTo: 2035 }

describe('how a profile stands in a year', () => {
  it.each([
    [2025, false, 'coming'],
    [2026, false, 'in-force'],
    [2035, false, 'in-force'],
    [2036, false, 'past'],
    [2035, true, 'proposal'],
    [2036, true, 'past-proposal'],
  ])('in %i, a proposal: %s, it is %s', (year, proposal, status) => {
    expect(statusOf({ ...profile, proposal }, year)).toBe(status)
  })
})

describe('what is wrong with a profile', () => {
  const goal = { id: 'a', dimensions: ['1'], parts: [] } as const
  const [first = never(), ...others] = resources
  const unchecked = resources.find((each) => !isChecked(each)) ?? never()
  const part = 'confirmed-resource'
  it.each([
    [
      'a goal that nothing serves',
      { goals: [{ id: 'a', dimensions: [], parts: [] }] },
      { kind: 'served-by-nothing', part: 'goal', id: 'a' },
    ],
    ['two goals with one id', { goals: [goal, goal] }, { kind: 'twice', part: 'goal', id: 'a' }],
    ['an area twice in a goal', { goals: [{ ...goal, dimensions: ['1', '1'] }] }, { kind: 'serves-twice', part: 'goal', id: 'a', by: '1' }],
    ['a hidden resource that is nowhere', { hiddenResources: ['nowhere'] }, { kind: 'unknown', part: 'hidden-resource', id: 'nowhere' }],
    ['an own resource that is one of Peil’s', { ownResources: [first] }, { kind: 'id-of-peil', part: 'own-resource', id: first.id }],
    ['a confirmed resource that is nowhere', { confirmedResources: ['nowhere'] }, { kind: 'unknown', part, id: 'nowhere' }],
    [
      'a confirmed resource that is checked anyway',
      { confirmedResources: [others.find(isChecked)?.id ?? ''] },
      { kind: 'not-unchecked', part, id: others.find(isChecked)?.id ?? '' },
    ],
    ['a resource confirmed twice', { confirmedResources: [unchecked.id, unchecked.id] }, { kind: 'twice', part, id: unchecked.id }],
    [
      'a resource that is both hidden and confirmed',
      { hiddenResources: [unchecked.id], confirmedResources: [unchecked.id] },
      { kind: 'hidden-and-confirmed', part, id: unchecked.id },
    ],
    ['a period that runs backwards', { validFrom: 2036 }, { kind: 'ends-before-it-begins', part: 'profile' }],
  ] satisfies readonly (readonly [string, Partial<Profile>, ProfileFault])[])('%s', (_what, change, fault) => {
    expect(profileFaults(profile, resources)).toEqual([])
    expect(profileFaults({ ...profile, ...change }, resources)).toEqual([fault])
  })

  it('is nothing where an owner has confirmed what was unchecked', () => {
    expect(profileFaults({ ...profile, confirmedResources: [unchecked.id] }, resources)).toEqual([])
  })
})

describe('how a group stands at a goal', () => {
  const whole = { lo: 4, hi: 6, of: 20 }
  const schools = { lo: 1, hi: 2, of: 9 }
  const demands = [
    { dimension: '1', sectors: { skole: schools }, municipality: whole, withheld: false },
    { dimension: '2', sectors: {}, withheld: false },
  ] as const
  const standingsOf = (goal: Profile['goals'][number]) => goalStandings([goal], demands, ['skole', 'sfo'])[0]

  it('is the figures of its areas as they are, hidden ones and unasked ones told apart', () => {
    expect(standingsOf({ id: 'a', dimensions: ['2', '1', 'ai'], parts: [] })).toMatchObject({
      standings: [{ dimension: '2' }, { dimension: '1', interval: whole }],
      notAsked: ['ai'],
      withoutUnits: false,
    })
  })

  it('is by sector where the goal is', () => {
    const goal = { id: 'a', dimensions: ['1'], parts: [], sectors: ['skole', 'sfo', 'barnehage'] } as const
    expect(standingsOf(goal)?.standings).toEqual([
      { dimension: '1', sector: 'skole', interval: schools },
      { dimension: '1', sector: 'sfo' },
    ])
  })

  it('says so where the goal is for a sector that was not there', () => {
    const goal = { id: 'a', dimensions: ['1'], parts: [], sectors: ['barnehage'] } as const
    expect(standingsOf(goal)).toMatchObject({ standings: [], withoutUnits: true })
  })
})
