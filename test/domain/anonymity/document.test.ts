import { describe, expect, test } from 'vitest'
import { releaseRound } from '../../../src/domain/anonymity/release.ts'
import { unitResult } from '../../../src/domain/anonymity/unit-result.ts'
import { municipalityResult, unitResult as unitDocument } from '../../../src/protocol/results.ts'
import { type Staff, countsOf } from './staff.ts'

const round = 'AAAAAAAAAAAAAAAAAAAAAA'
const sha256 = 'A'.repeat(43)
const people = (n: number, tier: 'teacher' | 'practice' | '-') =>
  Array.from({ length: n }, (_, at) => ({ tier, values: [at % 10, undefined] }))

/** Every form a row can take: split and whole units, hidden ones, a pool, steps, a dimension that is hidden everywhere. */
const staff: readonly Staff[] = [
  { unit: 'split', tiers: ['practice', 'teacher'], people: [...people(21, 'practice'), ...people(22, 'teacher')] },
  { unit: 'whole', tiers: [], people: people(20, '-') },
  { unit: 'small', tiers: [], people: people(3, '-') },
  { unit: 'tiny', tiers: [], people: people(2, '-') },
]
const released = releaseRound({ ...countsOf(staff, ['1', 'ai']), round })
if (!released.ok) throw new Error('refused')
const release = released.value

describe('the documents', () => {
  test('of the municipality goes over the wire as it is', () => {
    const document = { ...release, sha256 }
    expect(municipalityResult.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
    expect(release.smallUnits).toEqual({ units: ['small', 'tiny'], n: 5 })
    expect(release.total.dimensions[1]).toEqual({ id: 'ai', hidden: true })
  })

  test.each(['split', 'whole', 'small'])('of the unit "%s" goes over the wire as it is', (unit) => {
    const document = unitResult(release, unit)
    expect(unitDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
  })

  test('of a hidden unit says nothing but that there were too few', () => {
    expect(unitResult(release, 'small')).toEqual({ v: 1, round, unit: 'small', state: 'hidden', reason: 'too-few' })
    expect(release.units[2]).toEqual({ unit: 'small', name: 'small', sector: 'skole', state: 'hidden' })
  })

  test('do not exist for a unit that is not in the round', () => {
    expect(unitResult(release, 'elsewhere')).toBeUndefined()
  })

  test('with a field nobody knows are refused', () => {
    expect(municipalityResult.safeParse({ ...release, sha256, contributions: [] }).success).toBe(false)
  })
})

describe('the counts', () => {
  test('of a k under five are released as with five', () => {
    expect(releaseRound({ ...countsOf(staff, ['1', 'ai'], 2), round })).toEqual(released)
  })

  test('of people under no tier, in a unit where tiers were sent, keep that unit whole', () => {
    const mixed = [
      {
        unit: 'mixed',
        tiers: ['practice', 'teacher'] as const,
        people: [...people(9, 'practice'), ...people(9, 'teacher'), ...people(1, '-')],
      },
    ]
    const whole = releaseRound(countsOf(mixed, ['1']))
    expect(whole.ok && whole.value.blocks.map(({ tiers, n }) => ({ tiers, n }))).toEqual([{ tiers: ['*'], n: 19 }])
  })

  test('of a tier that everybody has withdrawn from change nothing', () => {
    const [split] = countsOf(staff, ['1', 'ai']).units
    const withEmptyRow = split && { ...split, counts: [...split.counts, { tier: '-' as const, n: 0, dimensions: [] }] }
    const again = releaseRound({
      ...countsOf(staff, ['1', 'ai']),
      round,
      units: [...(withEmptyRow ? [withEmptyRow] : []), ...countsOf(staff, ['1', 'ai']).units.slice(1)],
    })
    expect(again).toEqual(released)
  })
})
