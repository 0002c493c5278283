import { describe, expect, it } from 'vitest'
import { profileFaults } from '../../../src/domain/profile/faults.ts'
import { type Profile, statusOf } from '../../../src/domain/profile/profile.ts'
import { goalStandings } from '../../../src/domain/profile/standing.ts'
import { nasjonal } from '../../../src/instruments/profiles/nasjonal.ts'

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
  it.each([
    ['a goal that nothing serves', { goals: [{ id: 'a', dimensions: [], parts: [] }] }, 'goal a: served by nothing'],
    ['two goals with one id', { goals: [goal, goal] }, 'goal a: twice'],
    ['an area twice in a goal', { goals: [{ ...goal, dimensions: ['1', '1'] }] }, 'goal a: 1: twice'],
    ['a hidden resource that is nowhere', { hiddenResources: ['nowhere'] }, 'hidden resource nowhere: unknown'],
    ['a period that runs backwards', { validFrom: 2036 }, 'ends before it begins'],
  ] satisfies readonly (readonly [string, Partial<Profile>, string])[])('%s', (_what, change, fault) => {
    expect(profileFaults(profile, ['one'])).toEqual([])
    expect(profileFaults({ ...profile, ...change }, ['one'])).toContain(fault)
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
