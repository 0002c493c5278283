// @vitest-environment jsdom
import { configure, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dexie } from 'dexie'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ReactElement } from 'react'
import { Link, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deviceDatabase } from '../../src/app/database.ts'
import { Guarded } from '../../src/app/guarded.tsx'
import { showPage } from '../support/page.tsx'

/** Databases take their time where tests share a processor. */
configure({ asyncUtilTimeout: 10_000 })

const read = vi.fn<() => Promise<string>>()

function Reading(): ReactElement {
  return <p>{useLiveQuery(read)}</p>
}

const pages = (
  <>
    <Link to="/other">on</Link>
    <Routes>
      <Route element={<Guarded />}>
        <Route index element={<Reading />} />
        <Route path="other" element={<Reading key="other" />} />
      </Route>
    </Routes>
  </>
)

const lost = (): Error => new Dexie.DexieError('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again')
const title = 'Peil får ikke åpnet lageret på denne enheten'
const openReally = deviceDatabase.open.bind(deviceDatabase)
const opened = vi.spyOn(deviceDatabase, 'open')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.spyOn(console, 'error').mockReturnValue()
  opened.mockReset()
  read.mockReset().mockResolvedValue('what was stored')
})

afterEach(() => {
  vi.useRealTimers()
})

test('a read that fails is done again over a new connection, and the person is not troubled with it', async () => {
  read.mockRejectedValueOnce(lost())
  await showPage(pages)
  expect(await screen.findByText('what was stored')).toBeTruthy()
  expect(opened).toHaveBeenCalledOnce()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('while the connection is made anew the page says that it takes a moment', async () => {
  let open = (): void => undefined
  opened.mockImplementation(() => new Dexie.Promise<Dexie>((resolve) => (open = () => resolve(openReally()))))
  read.mockRejectedValueOnce(lost())
  await showPage(pages)
  expect(await screen.findByText('Et øyeblikk …')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  open()
  expect(await screen.findByText('what was stored')).toBeTruthy()
})

test('where there is no new connection, that is said', async () => {
  opened.mockImplementation(() => Dexie.Promise.reject(lost()))
  read.mockRejectedValue(lost())
  await showPage(pages)
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(screen.getByText(/Det du har lagret, ligger der fortsatt/)).toBeTruthy()
  expect(opened).toHaveBeenCalledOnce()
})

test('where the new connection does not help, that is said, and no third one is tried', async () => {
  read.mockRejectedValue(lost())
  await showPage(pages)
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(opened).toHaveBeenCalledOnce()
  expect(read).toHaveBeenCalledTimes(2)
})

test('a connection that is lost again later is made anew again', async () => {
  read.mockRejectedValueOnce(lost())
  await showPage(pages)
  await screen.findByText('what was stored')
  vi.advanceTimersByTime(10_001)
  read.mockRejectedValueOnce(lost())
  await userEvent.click(screen.getByRole('link', { name: 'on' }))
  await waitFor(() => {
    expect(opened).toHaveBeenCalledTimes(2)
  })
  expect(await screen.findByText('what was stored')).toBeTruthy()
})

test.each([
  ['a fault of ours', new TypeError('no such thing'), 'Denne siden stoppet opp'],
  ['a full device', new Dexie.DexieError('QuotaExceededError', 'full'), title],
])('%s needs no new connection: it is said at once', async (_what, error, said) => {
  read.mockRejectedValue(error)
  await showPage(pages)
  expect(await screen.findByRole('heading', { level: 1, name: said })).toBeTruthy()
  expect(opened).not.toHaveBeenCalled()
})

test('a database that a newer Peil has taken over stays closed', async () => {
  vi.spyOn(deviceDatabase, 'hasBeenClosed').mockReturnValue(true)
  read.mockRejectedValue(lost())
  await showPage(pages)
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(opened).not.toHaveBeenCalled()
})
