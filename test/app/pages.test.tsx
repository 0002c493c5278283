// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dexie } from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'
import { Pages } from '../../src/app/routes.tsx'
import type { Device } from '../../src/storage/device.ts'
import { pageDevice, showPage } from '../support/page.tsx'

const update = vi.hoisted(() => ({ ready: true, waiting: false, asked: false }))
vi.mock('../../src/platform/updates.ts', () => ({
  currentUpdate: () => update,
  watchUpdate: () => () => undefined,
  applyUpdate: vi.fn(),
}))

beforeEach(() => {
  update.waiting = false
  vi.stubGlobal('scrollTo', vi.fn())
})

async function openAt(address: string, device: Device = pageDevice()): Promise<void> {
  await showPage(<Pages device={device} />, address)
}

test('the four places of the app are one tap away, and the present one is marked', async () => {
  await openAt('/')
  const menu = within(await screen.findByRole('navigation', { name: 'Hovedmeny' }))
  expect(menu.getAllByRole('link').map((link) => link.textContent)).toEqual(['Start', 'Resultat', 'Plan', 'Bidra'])
  expect(menu.getByRole('link', { current: 'page' }).textContent).toBe('Start')
})

test('on a new page the heading has the focus and names the document', async () => {
  await openAt('/')
  await screen.findByRole('heading', { level: 1, name: 'Finn ut hvor du står' })
  await waitFor(() => {
    expect(document.title).toBe('Finn ut hvor du står – Peil')
  })
  expect(document.activeElement, 'the first page takes no focus').toBe(document.body)
  await userEvent.click(screen.getByRole('link', { name: 'Om Peil' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Om Peil' })
  await waitFor(() => {
    expect(document.activeElement).toBe(heading)
  })
  expect(document.title).toBe('Om Peil – Peil')
})

test('an address that leads nowhere says so, and shows the way back', async () => {
  await openAt('/finnes/ikke')
  expect(await screen.findByRole('heading', { level: 1, name: 'Her er det ingen side' })).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: 'Til start' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Finn ut hvor du står' })).toBeTruthy()
})

test('a device that keeps nothing is told so in plain words instead of an empty page', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const device = pageDevice()
  vi.spyOn(device.database.assessments, 'orderBy').mockImplementation(() => {
    throw new Dexie.MissingAPIError('IndexedDB API missing')
  })
  await openAt('/', device)
  const said = await screen.findByRole('alert')
  expect(within(said).getByRole('heading', { level: 1 }).textContent).toBe('Peil får ikke åpnet lageret på denne enheten')
  expect(screen.getByRole('navigation', { name: 'Hovedmeny' }), 'the way to other pages stays').toBeTruthy()
})

test('after a page that failed, another page opens as usual', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const device = pageDevice()
  vi.spyOn(device.database.assessments, 'orderBy').mockImplementation(() => {
    throw new TypeError('a fault of ours')
  })
  await openAt('/', device)
  expect((await screen.findByRole('alert')).textContent).toContain('Alt du har lagret, ligger fortsatt trygt på enheten.')
  await userEvent.click(screen.getByRole('link', { name: 'Om Peil' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Om Peil' })).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a change of language words the whole frame anew and keeps what was chosen on the page', async () => {
  await openAt('/')
  await userEvent.click(await screen.findByRole('radio', { name: 'Barnehage' }))
  await userEvent.click(await screen.findByRole('radio', { name: /^Styrer/ }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Språk' }), 'English')
  expect(await screen.findByRole('heading', { level: 1, name: 'Find out where you stand' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: /^Head of kindergarten/ })).toHaveProperty('checked', true)
  expect(screen.getAllByRole('link', { name: 'Contribute' }).length).toBeGreaterThan(0)
  await waitFor(() => {
    expect(document.title).toBe('Find out where you stand – Peil')
  })
  expect(document.documentElement.lang).toBe('en')
})

test('a newer Peil is offered on ordinary pages and never in the middle of a question', async () => {
  update.waiting = true
  await openAt('/om')
  expect(await screen.findByRole('region', { name: 'En nyere utgave av Peil er klar' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Senere' }))
  expect(screen.queryByRole('region', { name: 'En nyere utgave av Peil er klar' })).toBeNull()
})

test('while questions are asked nothing else asks for attention', async () => {
  update.waiting = true
  await openAt('/kartlegging/ny?sector=barnehage&role=teacher')
  expect(await screen.findByRole('heading', { level: 1, name: 'Hvor tror du at du er?' })).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'En nyere utgave av Peil er klar' })).toBeNull()
  expect(screen.queryByRole('navigation', { name: 'Hovedmeny' })).toBeNull()
})
