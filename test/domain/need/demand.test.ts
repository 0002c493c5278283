import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/domain/anonymity/document.ts'
import { type ReleasedFigures, demandOf } from '../../../src/domain/need/demand.ts'

function ethics(lo: number, hi: number, of: number): Figure {
  return { id: '3', of, below: { lo, hi } }
}
const practice: Figure = { id: '4', of: 31, below: { lo: 2, hi: 16 } }

const release: ReleasedFigures = {
  units: [
    { unit: 'bekken', sector: 'barnehage' },
    { unit: 'solstrala', sector: 'barnehage' },
    { unit: 'fjord', sector: 'skole' },
    { unit: 'nes', sector: 'sfo' },
    { unit: 'ledere', sector: 'leaders-barnehage' },
  ],
  blocks: [
    { unit: 'bekken', dimensions: [{ id: '4', hidden: true }, ethics(2, 3, 5)] },
    { unit: 'solstrala', dimensions: [practice, ethics(8, 9, 9)] },
    { unit: 'fjord', dimensions: [{ id: '4', hidden: true }, ethics(2, 7, 15)] },
    { unit: 'fjord', dimensions: [{ id: '4', hidden: true }, ethics(6, 9, 11)] },
    { unit: 'small-units', dimensions: [{ id: '4', hidden: true }, ethics(2, 5, 7)] },
    { unit: 'ledere', dimensions: [{ id: '4', hidden: true }, ethics(0, 1, 6)] },
  ],
  total: { dimensions: [practice, ethics(21, 29, 53), { id: '7', hidden: true }] },
  audit: { withheld: ['3'] },
}

describe('training demand', () => {
  const [first, second, third] = demandOf(release)

  it('adds the intervals of a sector’s own units, and leaves leaders and small units to the municipality', () => {
    expect(first).toMatchObject({
      dimension: '3',
      sectors: { barnehage: { lo: 10, hi: 12, of: 14 }, skole: { lo: 8, hi: 16, of: 26 } },
      municipality: { lo: 21, hi: 29, of: 53 },
      withheld: true,
    })
    expect(first?.sectors).not.toHaveProperty('sfo')
  })

  it('turns people into whole fives of course seats, rounded up', () => {
    expect(first?.seats).toEqual({ lo: 25, hi: 30 })
    expect(second?.seats).toEqual({ lo: 5, hi: 20 })
  })

  it('shows the area with the largest share first, and hidden ones last without any number', () => {
    expect(second).toMatchObject({ dimension: '4', withheld: false })
    expect(third).toEqual({ dimension: '7', sectors: {}, withheld: false })
  })
})
