// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { files } from 'virtual:words'
import { afterEach, expect, test, vi } from 'vitest'
import { pageDevice } from '../../support/page.tsx'
import { address, consent, showAssessment, underWay } from './shown.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})

const gone = new TypeError('Failed to fetch dynamically imported module')

/** A file of words that cannot be fetched until there is a network again. */
function cutOff(language: string, file: string) {
  const loaders = files[language] as Record<string, () => Promise<{ default: Record<string, Record<string, unknown>> }>>
  const load = vi.spyOn(loaders, file).mockRejectedValue(gone)
  const reconnect = (): void => {
    load.mockRestore()
    window.dispatchEvent(new Event('online'))
  }
  return { load, reconnect }
}

test('words that the network did not bring are waited for, and come with it', async () => {
  const { load, reconnect } = cutOff('nb', 'barnehage')
  const device = pageDevice()
  await device.database.assessments.add(underWay())
  const shown = showAssessment(device, consent)
  await vi.waitFor(() => {
    expect(load).toHaveBeenCalled()
  })
  expect(screen.queryByRole('heading'), 'no ids in the place of words').toBeNull()
  reconnect()
  await shown
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Du vil ta eller dele et bilde av barn')
  expect(screen.getByRole('group', { name: 'Du vil ta eller dele et bilde av barn' })).toBeTruthy()
})

test('a step to a question whose words are missing is taken, and said to take a moment', async () => {
  const { load, reconnect } = cutOff('nb', 'barnehage')
  const device = pageDevice()
  await device.database.assessments.add(underWay({ confidence: {} }))
  await showAssessment(device, '/kartlegging/omraade/1')
  await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
  expect(await screen.findByText('Et øyeblikk …')).toBeTruthy()
  expect(address()).toMatch(/\/punkt\/barnehage\.2\./)
  expect(load).toHaveBeenCalled()
  reconnect()
  expect((await screen.findByRole('heading', { level: 1 })).textContent).not.toContain('barnehage.2')
  expect(screen.getAllByRole('radio').length).toBeGreaterThan(5)
})

test('a language whose words do not come leaves the page in the one it has, until they do', async () => {
  const device = pageDevice()
  await device.database.assessments.add(underWay())
  const { words } = await showAssessment(device, consent)
  const { load, reconnect } = cutOff('nn', 'first')
  const changed = words.changeLanguage('nn')
  await vi.waitFor(() => {
    expect(load).toHaveBeenCalled()
  })
  await Promise.allSettled(load.mock.results.map(({ value }) => value as Promise<unknown>))
  expect(screen.getByRole('button', { name: 'Neste' })).toBeTruthy()
  expect(words.language).toBe('nb')
  reconnect()
  await changed
  expect(await screen.findByRole('button', { name: 'Neste' })).toBeTruthy()
  expect(words.language).toBe('nn')
})
