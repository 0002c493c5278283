import { describe, expect, test } from 'vitest'
import { profileFaults } from '../../src/domain/profile/faults.ts'
import { peilParts } from '../../src/domain/profile/profile.ts'
import { defaultProfile, profiles } from '../../src/instruments/profiles/index.ts'
import { resources } from '../../src/instruments/resources.ts'
import { profile, profileFile, profilesFile, wordFaults } from '../../src/protocol/profile.ts'
import { languages, readWords } from './locales.ts'

const example = profiles[1] ?? profiles[0]

test('each profile is one', () => {
  for (const each of profiles) expect(profile.safeParse(each).error?.issues, each.id).toBeUndefined()
})

test('each profile can be used: every goal is served, and every resource is there', () => {
  expect(profiles.flatMap((each) => profileFaults(each, resources).map((fault) => ({ ...fault, profile: each.id })))).toEqual([])
})

test('no profile id is used twice, and the default one is there', () => {
  const ids = profiles.map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect(ids).toContain(defaultProfile)
})

test('no document states targets in numbers: all are examples', () => {
  expect(profiles.filter(({ targets }) => targets && !targets.example).map(({ id }) => id)).toEqual([])
})

test('what Peil brings along says nothing for a municipality: no resources of its own, none hidden or confirmed', () => {
  const choicesOf = ({ ownResources, hiddenResources, confirmedResources }: (typeof profiles)[number]) => [
    ...ownResources,
    ...hiddenResources,
    ...confirmedResources,
  ]
  expect(profiles.flatMap(choicesOf)).toEqual([])
})

describe.each(languages)('in %s', (language) => {
  const read = () => profilesFile.parse(readWords(language, 'profiles'))

  test('every profile and every part has its words, and nothing else has', () => {
    const words = read()
    expect(Object.keys(words.profiles).toSorted()).toEqual(profiles.map(({ id }) => id).toSorted())
    expect(Object.keys(words.parts).toSorted()).toEqual(peilParts.toSorted())
    const faults = profiles.flatMap((each) => {
      const said = words.profiles[each.id]
      return said ? wordFaults(each, said).map((fault) => ({ ...fault, profile: each.id })) : [{ profile: each.id }]
    })
    expect(faults).toEqual([])
  })

  test('every profile can travel as a file', () => {
    const words = read()
    const file = (of: (typeof profiles)[number]) => ({ v: 1, profile: of, words: { [language]: words.profiles[of.id] } })
    expect(profiles.filter((each) => !profileFile.safeParse(JSON.parse(JSON.stringify(file(each)))).success)).toEqual([])
  })
})

describe('the check finds', () => {
  const aims = (step: number) => ({ practice: step, teacher: step, leader: step, owner: step })
  test.each([
    ['an area that does not exist', { goals: [{ id: 'a', dimensions: ['8'], parts: [] }] }],
    ['a part that does not exist', { goals: [{ id: 'a', dimensions: [], parts: ['unit-plan'] }] }],
    ['a target at step 0', { targets: { example: true, kind: 'aim', steps: { '1': aims(0) } } }],
    ['a field that is not of a profile', { contact: 'Kari' }],
    ['a link that is not https', { document: { title: 'Plan', language: 'nb', url: 'http://example.org' } }],
    ['a profile without goals', { goals: [] }],
  ])('%s', (_what, change) => {
    expect(profile.safeParse(example).success).toBe(true)
    expect(profile.safeParse({ ...example, ...change }).success).toBe(false)
  })

  test('a goal without words, and words without a goal', () => {
    const said = { name: 'Plan', goals: { other: 'Et annet mål' } }
    const of = {
      ...profiles[0],
      goals: [{ id: 'one', dimensions: ['1'], parts: [] }],
      notes: [],
      contacts: [],
    } as (typeof profiles)[number]
    expect(wordFaults(of, said)).toEqual([
      { kind: 'words-missing', part: 'goal', id: 'one' },
      { kind: 'words-for-nothing', part: 'goal', id: 'other' },
    ])
  })
})
