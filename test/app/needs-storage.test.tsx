// @vitest-environment jsdom
import { configure, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dexie } from 'dexie'
import { Link, Route, Routes } from 'react-router'
import { expect, test, vi } from 'vitest'
import { NeedsStorage } from '../../src/app/needs-storage.tsx'
import { pageDevice, showPage } from '../support/page.tsx'

/** Databases take their time where tests share a processor. */
configure({ asyncUtilTimeout: 10_000 })

const lost = (): Error => new Dexie.DexieError('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again')

async function showKeeping() {
  const { database } = pageDevice()
  const open = vi.spyOn(database, 'open')
  const pages = (
    <>
      <Link to="/plan">plan</Link>
      <Link to="/kartlegging/2">next question</Link>
      <Link to="/om">about</Link>
      <Routes>
        <Route element={<NeedsStorage closed={undefined} database={database} />}>
          <Route path="kartlegging/:question" element={<p>a question</p>} />
          <Route path="plan" element={<p>a plan</p>} />
        </Route>
        <Route path="om" element={<p>about Peil</p>} />
      </Routes>
    </>
  )
  await showPage(pages, '/kartlegging/1')
  await screen.findByText('a question')
  return { database, lose: () => open.mockImplementation(() => Dexie.Promise.reject(lost())), find: () => open.mockRestore() }
}

const title = 'Peil får ikke åpnet lageret på denne enheten'
const goTo = (name: string) => userEvent.click(screen.getByRole('link', { name }))

test('a page that keeps something is not left empty when the database was lost since, and comes when it is found again', async () => {
  const { lose, find } = await showKeeping()
  lose()
  await goTo('plan')
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(screen.getByText(/Det du har lagret, ligger der fortsatt/)).toBeTruthy()
  await goTo('about')
  expect(screen.getByText('about Peil')).toBeTruthy()
  find()
  await goTo('plan')
  expect(await screen.findByText('a plan')).toBeTruthy()
})

test('questions go on: an answer that cannot be kept is said where it is given', async () => {
  const { lose } = await showKeeping()
  lose()
  await goTo('next question')
  expect(screen.getByTestId('address').textContent).toBe('/kartlegging/2')
  expect(screen.getByText('a question')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a database that a newer Peil has taken over is not opened again', async () => {
  const { database } = await showKeeping()
  await database.open()
  database.close()
  await goTo('plan')
  expect(await screen.findByText('a plan')).toBeTruthy()
  expect(database.isOpen()).toBe(false)
})
