import { describe, expect, it } from 'vitest'
import { addTo, freshId, isSame, moveIn, removeFrom, restoreTo, tidied, withWord } from '../../../src/features/owner-profile/draft.ts'
import { faultsOf, isLink } from '../../../src/features/owner-profile/faults.ts'
import { resources } from '../../../src/instruments/resources.ts'
import { type ProfileFile, fileFaults, profileFile } from '../../../src/protocol/profile.ts'
import { address } from '../../../src/protocol/resource.ts'
import { ownProfile } from '../../support/profile.ts'

const goal = (id: string) => ({ id, dimensions: ['1'], parts: [] }) as const
const withGoals = (...ids: readonly string[]): ProfileFile => {
  const file = ownProfile({ goals: ids.map(goal) })
  return ids.reduce((draft, id) => withWord(draft, 'nb', 'goals', id, `Mål ${id}`), file)
}
const goalsIn = ({ profile }: ProfileFile): string => profile.goals.map(({ id }) => id).join('')

describe('what was taken away', () => {
  it('comes back where it stood, and what was changed since stays', () => {
    const before = withGoals('a', 'b', 'c')
    const without = removeFrom(before, 'goals', 'b')
    const changed = withWord(addTo(without, 'goals', goal('d')), 'nb', 'goals', 'c', 'Nytt navn')
    const back = restoreTo(changed, before, 'goals', 'b')
    expect(goalsIn(back)).toBe('abcd')
    expect(back.words['nb']?.goals).toMatchObject({ b: 'Mål b', c: 'Nytt navn' })
    expect(restoreTo(back, before, 'goals', 'b')).toBe(back)
  })

  it('leaves no word behind in what is saved, and its id is not given again', () => {
    const without = removeFrom(withGoals('goal-1', 'goal-2'), 'goals', 'goal-2')
    expect(Object.keys(tidied(without).words['nb']?.goals ?? {})).toEqual(['goal-1'])
    expect(freshId(without, 'goals')).not.toBe('goal-2')
  })
})

it('nothing moves beyond the ends of the list', () => {
  const draft = withGoals('a', 'b')
  expect(moveIn(draft, 'goals', 'a', -1)).toBe(draft)
  expect(moveIn(draft, 'goals', 'b', 1)).toBe(draft)
  expect(goalsIn(moveIn(draft, 'goals', 'a', 1))).toBe('ba')
})

it('two say the same in whatever order their fields stand, and with empty rows', () => {
  const file = ownProfile()
  const { words, profile, v } = file
  expect(isSame(file, { words, profile: Object.fromEntries(Object.entries(profile).toReversed()) as typeof profile, v })).toBe(true)
  expect(isSame(file, addTo(file, 'notes', 'note-9'))).toBe(true)
  expect(isSame(file, withWord(file, 'sv', 'goals', 'shared-practice', ' '))).toBe(true)
  expect(isSame(file, withWord(file, 'sv', 'goals', 'shared-practice', 'Mål'))).toBe(false)
})

describe('a draft without faults', () => {
  const drafts = [
    ownProfile(),
    withWord(ownProfile(), 'sv', 'goals', 'shared-practice', '  Gemensam praktik '),
    withWord(addTo(ownProfile(), 'notes', 'note-1'), 'nb', 'notes', 'note-1', 'Vedtatt i mai.'),
    addTo(ownProfile(), 'guidelines', { id: 'link-1', title: ' Veileder ', language: 'nb', url: 'https://veileder.example/a?b#c' }),
  ]
  it('is a profile that the server takes, as it is saved', () => {
    for (const draft of drafts) {
      expect(faultsOf(draft)).toEqual([])
      expect(profileFile.safeParse(tidied(draft)).error?.issues).toBeUndefined()
      expect(fileFaults(tidied(draft), resources)).toEqual([])
    }
  })
})

it('finds words that are missing in the main language only', () => {
  const draft = withWord(addTo(ownProfile(), 'notes', 'note-1'), 'en', 'notes', 'note-1', 'Adopted in May.')
  expect(faultsOf(draft)).toEqual([{ kind: 'unsaid', place: 'plan', field: 'note-note-1' }])
})

it.each([
  'https://a.no',
  'https://a.no/x y',
  'http://a.no',
  'https://',
  'https:///a',
  'a.no',
  '',
  'https://a.no?b',
  `https://a.no/${'x'.repeat(500)}`,
])('takes the link %s if a profile may hold it', (url) => {
  expect(isLink(url)).toBe(address.safeParse(url).success)
})
