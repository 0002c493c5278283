// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { lazy } from 'react'
import { Route, Routes } from 'react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { Guarded } from '../../src/app/guarded.tsx'
import { showPage } from '../support/page.tsx'

afterEach(() => {
  vi.useRealTimers()
})

test('a page that keeps a person waiting offers a way on, and is shown when it comes', async () => {
  let arrive = (): void => undefined
  const Late = lazy(async () => {
    await new Promise<void>((resolve) => (arrive = resolve))
    return { default: () => <h1>here</h1> }
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await showPage(
    <Routes>
      <Route element={<Guarded />}>
        <Route index element={<Late />} />
      </Route>
    </Routes>,
  )
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByText('Et øyeblikk …')).toBeTruthy()
  act(() => {
    vi.advanceTimersByTime(10_000)
  })
  expect(screen.getByRole('alert').textContent).toContain('Prøv igjen')
  vi.useRealTimers()
  arrive()
  expect(await screen.findByRole('heading', { name: 'here' })).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})
