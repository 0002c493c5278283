// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { resources } from '../../../src/instruments/resources.ts'
import { ownResource, unchecked } from '../../support/profile.ts'
import { ProfileServer, own, showProfile, stateLine } from './given.tsx'

const [waiting = ownResource] = unchecked
const national = () => new ProfileServer({ v: 1, shipped: 'nasjonal' })

/** The row of a resource, by its name. */
function rowOf(name: string): HTMLElement {
  const row = screen.getByText(name, { selector: '.outward__text' }).closest('li')
  if (row === null) throw new Error(`no row for ${name}`)
  return row
}
const press = (name: string, text: string) => userEvent.click(within(rowOf(name)).getByText(text))
const names = () => [...document.querySelectorAll('.outward__text')].map(({ textContent }) => textContent)

async function write(label: string, text: string): Promise<void> {
  await userEvent.click(screen.getByLabelText(label))
  await userEvent.paste(text)
}

async function save(): Promise<void> {
  await userEvent.click(screen.getByText('Lagre'))
  await screen.findByText(/^Lagret\. De ansatte/)
}

test('what nobody has checked is marked, waits for an owner, and can be confirmed and taken back', async () => {
  const server = national()
  await showProfile(server, 'ressurser')
  expect(screen.getByText(new RegExp(`^${String(unchecked.length)} er merket «Ikke sjekket»`))).toBeDefined()
  expect(document.querySelectorAll('[data-mark="unchecked"]')).toHaveLength(unchecked.length)
  await press(waiting.name, 'Bekreft')
  expect(within(rowOf(waiting.name)).getByText('Bekreftet av dere')).toBeDefined()
  expect(stateLine()).toBe(`«${waiting.name}» er bekreftet. De ansatte ser den når du har lagret.`)
  await save()
  expect(server.stored.profile.confirmedResources).toEqual([waiting.id])
  await press(waiting.name, 'Ta tilbake bekreftelsen')
  await save()
  expect(server.profile).toEqual({ v: 1, shipped: 'nasjonal' })
})

test('hiding takes a confirmation back, and what is hidden can be shown again', async () => {
  const server = national()
  await showProfile(server, 'ressurser')
  await press(waiting.name, 'Bekreft')
  await press(waiting.name, 'Skjul')
  await save()
  expect(server.stored.profile).toMatchObject({ confirmedResources: [], hiddenResources: [waiting.id] })
  await press(waiting.name, 'Vis igjen')
  expect(within(rowOf(waiting.name)).getByText('Ikke sjekket')).toBeDefined()
})

test('every link says that it leaves Peil, and opens another tab', async () => {
  await showProfile(national(), 'ressurser')
  const links = [...document.querySelectorAll('a.outward')]
  expect(links).toHaveLength(resources.length)
  for (const link of links) {
    expect(link.textContent).toContain('(ut av Peil, ny fane)')
    expect(link.getAttribute('rel')).toContain('noreferrer')
  }
})

test('the list is by who made them, and shows only what is asked for', async () => {
  await showProfile(national(), 'ressurser')
  const owners = [...document.querySelectorAll('h3')].map(({ textContent }) => textContent)
  expect(owners).toEqual(owners.toSorted((a, b) => a.localeCompare(b, 'nb')))
  await userEvent.selectOptions(screen.getByLabelText('Vis'), 'Ikke sjekket')
  expect(names().toSorted()).toEqual(unchecked.map(({ name }) => name).toSorted())
  await press(waiting.name, 'Bekreft')
  expect(names(), 'it waits no longer').not.toContain(waiting.name)
  expect(document.activeElement?.textContent, 'its button is gone').toBe('Lagre')
  await userEvent.selectOptions(screen.getByLabelText('Vis'), 'Bekreftet av dere')
  expect(names()).toEqual([waiting.name])
  await userEvent.selectOptions(screen.getByLabelText('Vis'), 'Alt')
  await userEvent.selectOptions(screen.getByLabelText('For'), 'SFO')
  await userEvent.selectOptions(screen.getByLabelText('Språk'), 'Svenska')
  const wanted = resources.filter(({ sectors, languages }) => sectors.includes('sfo') && languages.includes('sv'))
  expect(names().toSorted()).toEqual(wanted.map(({ name }) => name).toSorted())
  expect(screen.getByText(`Viser ${String(wanted.length)} av ${String(resources.length)}.`)).toBeDefined()
  await userEvent.selectOptions(screen.getByLabelText('Vis'), 'Skjult')
  expect(screen.getByText('Ingen passer til valget.')).toBeDefined()
})

test('the municipality adds something of its own, and is told what is missing', async () => {
  const server = national()
  await showProfile(server, 'ressurser')
  await userEvent.click(screen.getByText('Legg til en egen ressurs'))
  expect(document.activeElement).toBe(screen.getByLabelText('Navn'))
  await userEvent.paste('Kveldskurs')
  await userEvent.click(screen.getByText('Legg til', { selector: 'button' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Hvem står bak?'))
  await userEvent.paste('IT-støtte')
  await write('Lenke', 'http://kurs.example')
  await write('Én linje om den', 'To timer om personvern.')
  const form = screen.getByLabelText('Navn').closest('form') as HTMLElement
  await userEvent.click(within(form).getByLabelText('Barnehage'))
  await userEvent.click(within(form).getByLabelText('Personvern og informasjonssikkerhet'))
  await userEvent.click(screen.getByText('Legg til', { selector: 'button' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Lenke'))
  await userEvent.clear(screen.getByLabelText('Lenke'))
  await userEvent.paste('https://kurs.example')
  await userEvent.click(screen.getByText('Legg til', { selector: 'button' }))
  await save()
  const [added] = server.stored.profile.ownResources
  expect(added).toMatchObject({
    ...{ name: 'Kveldskurs', owner: 'IT-støtte', url: 'https://kurs.example', checkedAt: '2026-11-21' },
    ...{ sectors: ['barnehage'], dimensions: ['privacy'] },
  })
  expect(server.stored.words['nb']?.resources?.[added?.id ?? '']).toBe('To timer om personvern.')
})

test('its own can be changed, kept as a draft, and taken away with a way back', async () => {
  const server = new ProfileServer(own())
  await showProfile(server, 'ressurser')
  await press(ownResource.name, 'Endre')
  await userEvent.click(screen.getByLabelText('Vis den for de ansatte'))
  await userEvent.click(screen.getByText('Behold endringene'))
  expect(within(rowOf(ownResource.name)).getByText('Vises ikke for de ansatte')).toBeDefined()
  await save()
  expect(server.stored.profile.ownResources[0]?.checkedAt).toBe('unchecked')
  await press(ownResource.name, 'Ta bort')
  expect(names()).not.toContain(ownResource.name)
  await userEvent.click(screen.getByText('Angre'))
  expect(names()[0]).toBe(ownResource.name)
})
