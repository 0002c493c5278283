// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactElement, Suspense, lazy } from 'react'
import { Link, MemoryRouter, Route, Routes } from 'react-router'
import { expect, it, vi } from 'vitest'
import { useArrival } from '../../src/app/arrival.ts'

type Arriving = { default: () => ReactElement }

function Pages({ Slow }: { readonly Slow: () => ReactElement }): ReactElement {
  useArrival()
  return (
    <>
      <Link to="/next">on</Link>
      <Suspense fallback={<p>a moment</p>}>
        <h1>before</h1>
        <Routes>
          <Route index element={<p>here</p>} />
          <Route path="next" element={<Slow />} />
        </Routes>
      </Suspense>
    </>
  )
}

it('a heading that React keeps out of sight while the next page is fetched takes neither the focus nor the turn', async () => {
  vi.stubGlobal('scrollTo', vi.fn())
  let arrive: (page: Arriving) => void = () => undefined
  const Slow = lazy(() => new Promise<Arriving>((resolve) => (arrive = resolve)))
  render(
    <MemoryRouter useTransitions={false}>
      <Pages Slow={Slow as unknown as () => ReactElement} />
    </MemoryRouter>,
  )
  await userEvent.click(screen.getByRole('link', { name: 'on' }))
  await screen.findByText('a moment')
  expect(document.activeElement?.tagName).not.toBe('H1')
  await act(async () => {
    arrive({ default: () => <p>there</p> })
    await Promise.resolve()
  })
  const heading = await screen.findByRole('heading', { level: 1 })
  await vi.waitFor(() => {
    expect(document.activeElement).toBe(heading)
  })
})
