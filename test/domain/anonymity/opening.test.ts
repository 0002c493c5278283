import { describe, expect, test } from 'vitest'
import { joinedFigure } from '../../../src/domain/anonymity/joined.ts'
import { tiersToSend } from '../../../src/domain/anonymity/tiers.ts'

describe('the joined figure', () => {
  test.each([
    [0, 4, 'under-5'],
    [4, 4, 'under-5'],
    [5, 5, 'most'],
    [5, 11, '5-or-more'],
    [5, 10, 'half'],
    [6, 13, '5-or-more'],
    [7, 10, 'half'],
    [8, 10, 'most'],
    [11, 14, 'half'],
    [12, 15, 'most'],
  ] as const)('says of %i tokens for %i people: %s', (signed, headcount, said) => {
    expect(joinedFigure(signed, headcount)).toBe(said)
  })
})

describe('tiers', () => {
  test('are sent where two have k and two more, and then all with a headcount, in their order', () => {
    expect(tiersToSend({ owner: 1, teacher: 7, practice: 7, leader: 0 }, 5)).toEqual(['practice', 'teacher', 'owner'])
  })
  test.each([[{ practice: 6, teacher: 40 }], [{ teacher: 40 }], [{}]])('are not sent for %j', (headcount) => {
    expect(tiersToSend(headcount, 5)).toEqual([])
  })
  test('follow a raised k', () => {
    expect(tiersToSend({ practice: 9, teacher: 10 }, 8)).toEqual([])
    expect(tiersToSend({ practice: 10, teacher: 10 }, 8)).toEqual(['practice', 'teacher'])
  })
})
