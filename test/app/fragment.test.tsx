// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { BrowserRouter, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useFragmentInMemory } from '../../src/app/fragment.ts'

const limits = { warnAfter: 95_000, lockAfter: 120_000, hiddenAfter: 60_000 }

function Door(): ReactElement {
  useFragmentInMemory(limits)
  const { pathname, search, hash } = useLocation()
  return <output>{`${pathname}${search}${hash}`}</output>
}

/** What the pages would find behind the door. */
const behind = (): string | null => screen.getByRole('status').textContent

beforeEach(() => {
  vi.useFakeTimers()
  history.replaceState(null, '', '/hent?x=1#1.abc')
  render(
    <BrowserRouter>
      <Door />
    </BrowserRouter>,
  )
})

afterEach(() => {
  vi.useRealTimers()
})

test('at the door the address says nothing of what stood behind #, and whoever comes in gets it', () => {
  expect(location.href).toMatch(/\/hent\?x=1$/)
  expect(behind()).toBe('/hent?x=1#1.abc')
})

test('when nobody has been at the door for two minutes it is forgotten', () => {
  act(() => {
    vi.advanceTimersByTime(limits.lockAfter - 2000)
  })
  expect(behind()).toBe('/hent?x=1#1.abc')
  act(() => {
    vi.advanceTimersByTime(3000)
  })
  expect(behind()).toBe('/hent?x=1')
  expect(location.href).toMatch(/\/hent\?x=1$/)
})
