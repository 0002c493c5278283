// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { coverWhileHidden } from '../../src/platform/cover.ts'

test('the page is marked as covered while it is out of sight, and only then', () => {
  const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  const isCovered = (): boolean => document.documentElement.hasAttribute('data-covered')
  coverWhileHidden()
  expect(isCovered()).toBe(false)
  for (const state of ['hidden', 'visible', 'hidden'] as const) {
    sight.mockReturnValue(state)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(isCovered()).toBe(state === 'hidden')
  }
})
