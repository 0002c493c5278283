import { describe, expect, it } from 'vitest'
import type { ResourceChoices } from '../../../src/domain/profile/catalogue.ts'
import { type Wish, bestLanguage, resourcesFor } from '../../../src/domain/resource/choose.ts'
import type { Resource } from '../../../src/domain/resource/resource.ts'

function entry(id: string, parts: Partial<Resource> = {}): Resource {
  return {
    id,
    name: id,
    owner: 'owner',
    url: `https://example.test/${id}`,
    sectors: ['barnehage'],
    dimensions: ['3'],
    tiers: ['practice', 'teacher'],
    languages: ['nb'],
    countries: ['NO'],
    kind: 'ten-minutes',
    login: 'none',
    checkedAt: '2026-11-21',
    ...parts,
  }
}

function chosen(catalogue: readonly Resource[], wish: Partial<Wish> = {}, choices: Partial<ResourceChoices> = {}): readonly string[] {
  const whole: Wish = { dimension: '3', sector: 'barnehage', tier: 'practice', language: 'nb', ...wish }
  const none = { ownResources: [], hiddenResources: [], confirmedResources: [] }
  return resourcesFor(catalogue, whole, { ...none, ...choices }).map(({ id }) => id)
}

describe('what to learn from next', () => {
  it('is for the area, the workplace and the role asked for', () => {
    const catalogue = [
      entry('other-area', { dimensions: ['4'] }),
      entry('other-sector', { sectors: ['skole'] }),
      entry('other-tier', { tiers: ['leader'] }),
      entry('right'),
    ]
    expect(chosen(catalogue)).toEqual(['right'])
  })

  it('is never something unchecked', () => {
    expect(chosen([entry('unchecked', { checkedAt: 'unchecked' })])).toEqual([])
  })

  it('is what a municipality has confirmed, and not what it hides', () => {
    const catalogue = [entry('unchecked', { checkedAt: 'unchecked' }), entry('dull'), entry('good')]
    expect(chosen(catalogue, {}, { confirmedResources: ['unchecked'], hiddenResources: ['dull'] })).toEqual(['unchecked', 'good'])
    expect(chosen(catalogue, {}, { confirmedResources: ['good'] })).toEqual(['dull', 'good'])
  })

  it('is what a municipality has added, before what serves as well or better', () => {
    const catalogue = [entry('short'), entry('another-short'), entry('third')]
    const own = entry('own', { languages: ['nn'], dimensions: ['1', '2', '3'] })
    expect(chosen(catalogue, { most: 2 }, { ownResources: [own] })).toEqual(['own', 'short'])
    expect(
      chosen(
        catalogue,
        {},
        {
          ownResources: [
            { ...own, checkedAt: 'unchecked' },
            { ...own, tiers: ['leader'] },
          ],
        },
      ),
    ).toEqual(['short', 'another-short', 'third'])
  })

  it('is one of each kind where there is one, the shortest first', () => {
    const catalogue = [entry('course', { kind: 'deeper' }), entry('short'), entry('another-short'), entry('meeting', { kind: 'meeting' })]
    expect(chosen(catalogue)).toEqual(['short', 'meeting', 'course'])
  })

  it('fills up with the next best where a kind is missing', () => {
    const catalogue = [entry('course', { kind: 'deeper' }), entry('short'), entry('another-short')]
    expect(chosen(catalogue)).toEqual(['short', 'another-short', 'course'])
  })

  it('is in the own language rather than in one that can be read', () => {
    const catalogue = [
      entry('english', { languages: ['en'], countries: [] }),
      entry('nynorsk', { languages: ['nn'] }),
      entry('both', { languages: ['nn', 'nb'] }),
    ]
    expect(chosen(catalogue, { most: 1 })).toEqual(['both'])
    expect(chosen(catalogue, { most: 2 })).toEqual(['both', 'nynorsk'])
    expect(chosen(catalogue, { most: 1, language: 'nn' })).toEqual(['nynorsk'])
    expect(chosen(catalogue, { most: 1, language: 'en' })).toEqual(['english'])
  })

  it('prefers what is made for the fewest areas', () => {
    expect(chosen([entry('broad', { dimensions: ['1', '2', '3'] }), entry('narrow')], { most: 1 })).toEqual(['narrow'])
  })

  it('speaks of the own country or of none', () => {
    const catalogue = [
      entry('swedish', { languages: ['sv'], countries: ['SE'] }),
      entry('norwegian'),
      entry('anywhere', { languages: ['sv', 'en'], countries: [] }),
    ]
    expect(chosen(catalogue)).toEqual(['norwegian', 'anywhere'])
    expect(chosen(catalogue, { language: 'sv' })).toEqual(['swedish', 'anywhere'])
    expect(chosen(catalogue, { language: 'en' })).toEqual(['anywhere', 'norwegian'])
    expect(chosen(catalogue, { language: 'en', country: 'SE' })).toEqual(['anywhere'])
  })

  it('does not lead to the same address twice', () => {
    const url = 'https://example.test/portal'
    expect(chosen([entry('one', { url }), entry('other', { url, kind: 'meeting' }), entry('third')])).toEqual(['one', 'third'])
  })

  it('is at most three unless asked otherwise', () => {
    const catalogue = ['a', 'b', 'c', 'd'].map((id) => entry(id))
    expect(chosen(catalogue)).toHaveLength(3)
    expect(chosen(catalogue, { most: 9 })).toHaveLength(4)
  })
})

it('the language named beside a resource is the one its reader knows best', () => {
  expect(bestLanguage(entry('many', { languages: ['se', 'nn', 'nb'] }), 'nb')).toBe('nb')
  expect(bestLanguage(entry('many', { languages: ['se', 'nn', 'en'] }), 'sv')).toBe('en')
  expect(bestLanguage(entry('finnish', { languages: ['fi'] }), 'nb')).toBeUndefined()
})
