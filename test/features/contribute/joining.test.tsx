// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { formatCode } from '../../../src/protocol/code.ts'
import { finished, newScene, showScene } from './shown.tsx'

const address = (): string => screen.getByTestId('address').textContent
const field = (): HTMLElement => screen.getByRole('textbox')
const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const pathOf = (link: string): string => link.slice('https://peil.example'.length)

test('a slip opened in a browser tab says first that the app has a storage of its own, and hands over the link', async () => {
  const scene = newScene()
  const link = scene.server.slip()
  await showScene(scene, pathOf(link))
  expect(screen.getByText(/Åpne Peil fra hjemskjermen først/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Hent plassen min' })).toBeNull()
  await press('Kopier lenken')
  expect(scene.copied).toEqual([link])
  await press('Fortsett i denne fanen')
  expect(await screen.findByRole('button', { name: 'Hent plassen min' })).toBeTruthy()
})

test('what the slip says is gone from the address as soon as it is read', async () => {
  const scene = newScene({ isInstalled: () => true })
  await showScene(scene, pathOf(scene.server.slip()))
  expect(address()).toBe('/r')
  expect(screen.getByTestId('fragment').textContent).toBe('')
})

test('in the installed app a slip shows unit, round, closing date and how many there are, and gives a place', async () => {
  const scene = newScene({ isInstalled: () => true })
  await showScene(scene, pathOf(scene.server.slip()))
  const facts = (await screen.findByText('Solstråla barnehage')).closest('dl')?.textContent
  for (const fact of ['Høst 2026', '11.\u00a0desember', 'Fem eller flere av 11']) expect(facts).toContain(fact)
  await press('Hent plassen min')
  expect(await screen.findByRole('heading', { name: 'Plassen din er hentet' })).toBeTruthy()
  expect(address()).toMatch(/^\/bidra\?plass=/)
  expect(screen.getByRole('link', { name: /Start kartleggingen/ })).toBeTruthy()
})

test('without a network the slip is put ready, and the person is told to keep it', async () => {
  const scene = newScene({ isInstalled: () => true, isOnline: () => false })
  scene.server.weather = () => 'down'
  await showScene(scene, pathOf(scene.server.slip()))
  await userEvent.click(await screen.findByRole('button', { name: 'Legg lappen klar' }))
  expect(await screen.findByRole('heading', { name: 'Lappen ligger klar' })).toBeTruthy()
  expect(screen.getByText(/Ta vare på lappen/)).toBeTruthy()
  scene.server.weather = () => 'fine'
  await scene.simulated.contributing.wake('online')
  expect(await screen.findByRole('heading', { name: 'Plassen din er hentet' })).toBeTruthy()
})

test.each([
  ['ABCD-EFGH', 'Koden har 17 tegn. Her står det 8.'],
  ['ABCD-EFGH-JKMN-PQRS-A', 'Ett eller flere tegn er feil. Se på lappen en gang til.'],
  ['ÆØÅ', 'Et av tegnene finnes ikke i en kode. Se på lappen en gang til.'],
  ['https://other.example/r#1.x', 'Lappen hører til https://other.example. Åpne Peil der.'],
  ['https://peil.example/r#1.x', 'Dette er ikke en lenke fra en lapp. Kopier hele lenken, og prøv igjen.'],
])('%s is checked without a network, and the fault is said', async (typed, fault) => {
  const scene = newScene()
  scene.server.weather = () => {
    throw new Error('asked the server')
  }
  await showScene(scene)
  await userEvent.click(field())
  await userEvent.paste(typed)
  await press('Gå videre')
  expect(screen.getByText(fault).closest('[role=alert]')).toBeTruthy()
  expect(field().getAttribute('aria-invalid')).toBe('true')
})

test('a code is grouped while it is typed', async () => {
  await showScene(newScene())
  await userEvent.type(field(), 'abcdefgh9')
  expect(field()).toHaveProperty('value', 'ABCD-EFGH-9')
})

test("a code alone does not name its round: the round's link is asked for, and then unit and code are enough", async () => {
  const scene = newScene()
  scene.server.slip()
  const code = formatCode(scene.server.codes[0] ?? '')
  await showScene(scene)
  await userEvent.type(field(), code)
  await press('Gå videre')
  expect(screen.getByText(/Koden er riktig skrevet/)).toBeTruthy()
  await userEvent.clear(field())
  await userEvent.paste(`https://peil.example/r#1.${scene.server.document.round}`)
  await press('Gå videre')
  expect(await screen.findByRole('heading', { name: 'Høst 2026' })).toBeTruthy()
  await press('Gå videre')
  expect(screen.getByText('Velg enheten din først.')).toBeTruthy()
  await userEvent.selectOptions(screen.getByRole('combobox'), 'Solstråla barnehage')
  await userEvent.type(field(), code)
  await press('Gå videre')
  await userEvent.click(await screen.findByRole('button', { name: 'Hent plassen min' }))
  expect(await screen.findByRole('heading', { name: 'Plassen din er hentet' })).toBeTruthy()
})

test('a round this device knows is enough for a code alone', async () => {
  const scene = newScene()
  scene.server.slip()
  await scene.simulated.contributing.readRound(scene.server.document.round)
  await showScene(scene)
  await userEvent.type(field(), formatCode(scene.server.codes[0] ?? ''))
  await press('Gå videre')
  expect(await screen.findByRole('combobox')).toBeTruthy()
  expect(field()).toHaveProperty('value', formatCode(scene.server.codes[0] ?? ''))
})

test('a used slip is told so, and can be taken away', async () => {
  const scene = newScene({ isInstalled: () => true })
  const link = scene.server.slip()
  const other = newScene()
  Object.assign(other.simulated.ports, { exchange: scene.server.exchange })
  await other.simulated.join(link)
  await showScene(scene, pathOf(link))
  await userEvent.click(await screen.findByRole('button', { name: 'Hent plassen min' }))
  expect(await screen.findByRole('heading', { name: 'Lappen er alt brukt' })).toBeTruthy()
  await press('Fjern lappen herfra')
  expect(await screen.findByRole('heading', { name: 'Bidra til en runde' })).toBeTruthy()
})

test('a leader is told about the group of leaders before the slip is used up', async () => {
  const scene = newScene({ isInstalled: () => true })
  await scene.device.database.assessments.add(finished('leader'))
  await showScene(scene, pathOf(scene.server.slip()))
  expect(await screen.findByRole('heading', { name: 'Ledere bidrar i en egen gruppe' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Hent plassen min' })).toBeNull()
})

test('the heading of the next step takes the focus', async () => {
  const scene = newScene()
  await showScene(scene)
  await userEvent.click(field())
  await userEvent.paste(scene.server.slip())
  await press('Gå videre')
  const heading = await screen.findByRole('heading', { name: 'Du har en lapp' })
  await waitFor(() => {
    expect(document.activeElement).toBe(heading)
  })
})

test('where one place is here already, the heading of the next slip takes the focus', async () => {
  const scene = newScene({ isInstalled: () => true })
  await scene.simulated.join(scene.server.slip())
  await showScene(scene)
  await userEvent.click(screen.getByText('Har du en lapp til?'))
  await userEvent.click(field())
  await userEvent.paste(`https://peil.example/r#1.${scene.server.document.round}`)
  await press('Gå videre')
  const heading = await screen.findByRole('heading', { level: 1, name: scene.server.document.title })
  await waitFor(() => {
    expect(document.activeElement).toBe(heading)
  })
})
