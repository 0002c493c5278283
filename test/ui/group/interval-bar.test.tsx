// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { IntervalBar } from '../../../src/ui/group/interval-bar.tsx'

function bar(lo: number, hi: number, of: number): Element {
  const { container } = render(<IntervalBar lo={lo} hi={hi} of={of} />)
  const svg = container.querySelector('svg')
  if (svg === null) throw new Error('no bar')
  return svg
}
const attribute = (of: Element, part: string, name: string) => of.querySelector(`.interval-bar__${part}`)?.getAttribute(name)

describe('the interval bar', () => {
  it('is solid for at least so many and hatched for perhaps up to so many', () => {
    const shown = bar(2, 6, 8)
    expect(attribute(shown, 'sure', 'width')).toBe('25%')
    expect(attribute(shown, 'maybe', 'x')).toBe('25%')
    expect(attribute(shown, 'maybe', 'width')).toBe('50%')
  })

  it('has nothing solid where nobody is certain', () => {
    expect(bar(0, 1, 9).querySelector('.interval-bar__sure')).toBeNull()
  })

  it('is ruled into as many parts as people up to twenty, and plain above', () => {
    expect(bar(2, 7, 9).querySelectorAll('.interval-bar__gap')).toHaveLength(8)
    expect(bar(2, 3, 20).querySelectorAll('.interval-bar__gap')).toHaveLength(19)
    expect(bar(102, 108, 140).querySelectorAll('.interval-bar__gap')).toHaveLength(0)
  })

  it('is silent: word and interval stand beside it', () => {
    expect(bar(2, 7, 9).getAttribute('aria-hidden')).toBe('true')
  })
})
