import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/domain/anonymity/document.ts'
import type { Dimension } from '../../../src/domain/instrument/instrument.ts'
import { needsOf } from '../../../src/domain/need/need.ts'

function shown(id: Dimension, lo: number, hi: number, of: number): Figure {
  return { id, of, below: { lo, hi } }
}
const named = (needs: readonly { dimension: Dimension }[]) => needs.map(({ dimension }) => dimension)

describe('needs and strengths of a group', () => {
  const solstrala = [
    shown('1', 2, 7, 9),
    shown('2', 2, 6, 8),
    shown('3', 8, 9, 9),
    shown('4', 2, 7, 9),
    shown('5', 0, 1, 9),
    shown('6', 0, 1, 9),
    shown('7', 2, 7, 9),
    shown('privacy', 2, 7, 9),
    { id: 'screen', hidden: true },
  ] as const

  it('names the three largest needs, equal ones in the order of the framework', () => {
    expect(named(needsOf(solstrala).needs)).toEqual(['3', '1', '2'])
    expect(named(needsOf(solstrala.toReversed()).needs)).toEqual(['3', '1', '2'])
  })

  it('names what nearly everybody has reached as strengths', () => {
    expect(named(needsOf(solstrala).strengths)).toEqual(['5', '6'])
  })

  it('lists what is hidden and counts it neither as a need nor as a strength', () => {
    const { hidden, needs, strengths } = needsOf(solstrala)
    expect(hidden).toEqual(['screen'])
    expect(named([...needs, ...strengths])).not.toContain('screen')
  })

  it('has no strength where all figures are equal, rather than an arbitrary one', () => {
    const equal = (['1', '2', '3', '4', '5', '6', '7'] as const).map((id) => shown(id, 2, 7, 15))
    expect(needsOf(equal).strengths).toEqual([])
    expect(named(needsOf(equal).needs)).toEqual(['1', '2', '3'])
  })

  it('never says the same word of a strength and of a need', () => {
    const blocks = [shown('1', 4, 12, 26), shown('2', 4, 12, 25), shown('3', 4, 12, 25), shown('7', 10, 18, 26)]
    expect(needsOf(blocks).strengths).toEqual([])
  })

  it('counts "some" as a strength only beside larger needs', () => {
    const mixed = [shown('1', 2, 7, 15), shown('2', 8, 13, 15), shown('3', 8, 13, 15), shown('4', 14, 15, 15)]
    expect(named(needsOf(mixed).strengths)).toEqual(['1'])
  })

  it('has no need where nearly everybody is at the target everywhere', () => {
    const fine = [shown('1', 0, 1, 9), shown('2', 0, 1, 9)]
    expect(needsOf(fine)).toMatchObject({ needs: [], strengths: [{ dimension: '1' }, { dimension: '2' }] })
  })

  it('says nothing where everything is hidden', () => {
    expect(needsOf([{ id: '1', hidden: true }])).toEqual({ needs: [], strengths: [], hidden: ['1'] })
  })
})
