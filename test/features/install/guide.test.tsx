// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { GuidePage } from '../../../src/features/install/guide-page.tsx'
import { kinds, stepsOf } from '../../../src/features/install/ways.ts'
import { languages } from '../../../src/i18n/languages.ts'
import { showPage } from '../../support/page.tsx'

const waysShown = (): (string | null)[] => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)

test.each([
  ['apple-tablet', 'iPad og iPhone'],
  ['android', 'Android'],
  ['computer', 'Datamaskin med Edge eller Chrome'],
  ['mac', 'Mac med Safari'],
] as const)('on %s its own way comes first, and the others follow', async (own, title) => {
  await showPage(<GuidePage own={own} />)
  expect(waysShown()[0]).toBe(title)
  expect(screen.getAllByRole('list').filter(({ tagName }) => tagName === 'OL')).toHaveLength(kinds.length)
  const first = screen.getByRole('region', { name: title })
  expect(within(first).getByText('Det du bruker nå')).toBeTruthy()
  expect(screen.getAllByText('Det du bruker nå')).toHaveLength(1)
})

test.each(languages)('in %s every step says in words what its picture shows, and nothing is said twice', async (language) => {
  const { container } = await showPage(<GuidePage own="android" />, '/', language)
  const says = [...container.querySelectorAll('ol p')].map((step) => step.textContent)
  expect(says).toHaveLength(kinds.map((kind) => stepsOf[kind].length).reduce<number>((sum, steps) => sum + steps, 0))
  for (const sentence of says) expect(sentence).toMatch(/^\p{Lu}.{8,}[.?]$/u)
  expect(container.querySelectorAll('ol svg[aria-hidden="true"]')).toHaveLength(says.length)
})

test('a switch that makes it a bookmark, two storages, shared iPads and private tabs are named', async () => {
  await showPage(<GuidePage own="apple-tablet" />)
  expect(screen.getByText(/Slår du den av, får du bare et bokmerke/)).toBeTruthy()
  expect(waysShown().slice(-3)).toEqual(['Har du alt svart i en fane?', 'iPad som flere logger inn på', 'Privat fane'])
  expect(screen.getByRole('link', { name: 'Til Mine data' }).getAttribute('href')).toBe('/mine-data')
})

test('the guide can be printed', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  await showPage(<GuidePage own="computer" />)
  await userEvent.click(screen.getByRole('button', { name: 'Skriv ut veiledningen' }))
  expect(print).toHaveBeenCalledOnce()
})
