// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awaited } from '../../src/ui/late.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('what takes longer than a second is said, and what is there sooner does not flash by', () => {
  render(<Awaited word="Et øyeblikk …" />)
  const said = screen.getByRole('status')
  act(() => {
    vi.advanceTimersByTime(900)
  })
  expect(said.textContent).toBe('')
  act(() => {
    vi.advanceTimersByTime(200)
  })
  expect(said.textContent).toBe('Et øyeblikk …')
})
