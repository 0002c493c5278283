// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'
import { currentAssessment } from '../../../src/storage/assessments.ts'
import { PeilDatabase } from '../../../src/storage/database.ts'
import { addPerson, listPersons } from '../../../src/storage/persons.ts'
import { sealedBy } from '../../../src/storage/sealed-tables.ts'
import { must } from '../../support/must.ts'
import { press, sharedTablet, showDoor, tryPin, type } from './shown.tsx'

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn())
})

test('everybody with a place is shown by nickname and picture, and nothing else about them', async () => {
  await showDoor(await sharedTablet({ nickname: 'Fyr', picture: 'house' }, {}))
  const places = within(await screen.findByRole('list', { name: 'Plasser på denne enheten' }))
  expect(places.getAllByRole('button').map((each) => each.textContent)).toEqual(['Fyr', 'Måke', 'Ny her', 'Bare denne gangen'])
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Hvem er du?')
  expect(document.title).toBe('Hvem er du? – Peil')
})

test('the right PIN lets a person in as who they are', async () => {
  const database = await sharedTablet({ id: 'a1' })
  const { onEnter } = await showDoor(database)
  await press('Måke')
  expect(document.activeElement, 'the pad of digits comes up').toBe(screen.getByLabelText('PIN-koden din'))
  await tryPin('402917')
  await waitFor(() => expect(onEnter).toHaveBeenCalledOnce())
  const [entry] = onEnter.mock.lastCall ?? []
  expect(entry?.person).toEqual({ id: 'a1', nickname: 'Måke', picture: 'bird', isGuest: false, isShared: true })
})

test('a PIN is not shown, kept or offered to a password keeper, until somebody wants to see it', async () => {
  await showDoor(await sharedTablet({}))
  await press('Måke')
  const field = screen.getByLabelText('PIN-koden din')
  expect([
    field.getAttribute('type'),
    field.getAttribute('autocomplete'),
    field.getAttribute('inputmode'),
    field.getAttribute('name'),
  ]).toEqual([...['text', 'off', 'numeric', null]])
  expect(field.classList).toContain('pin__dots')
  await press('Vis')
  expect(field.classList).not.toContain('pin__dots')
})

test('wrong PINs are said plainly, then comes a pause that counts down and lasts over a new start', async () => {
  const database = await sharedTablet({})
  const { unmount, onEnter } = await showDoor(database)
  await press('Måke')
  await tryPin('000001')
  expect(await screen.findByText('Det var ikke riktig PIN-kode. Prøv igjen.')).toBeTruthy()
  await tryPin('000002')
  expect(await screen.findByText(/Én feil til gir en pause/)).toBeTruthy()
  await tryPin('000003')
  expect((await screen.findByRole('timer')).textContent).toBe('0:30 igjen')
  unmount()

  const again = await showDoor(database)
  again.clock.time = '2026-11-22T09:00:12.500Z'
  await press('Måke')
  expect((await screen.findByRole('timer')).textContent).toBe('0:18 igjen')
  await tryPin('402917')
  expect(await screen.findByRole('timer'), 'not even the right one').toBeTruthy()
  expect(onEnter).not.toHaveBeenCalled()
  again.clock.time = '2026-11-22T09:00:31.000Z'
  await waitFor(() => expect(screen.queryByRole('timer')).toBeNull())
  await tryPin('402917')
  await waitFor(() => expect(again.onEnter).toHaveBeenCalledOnce())
})

test('a pause from before the clock was set back has an end', async () => {
  const database = await sharedTablet({})
  const first = await showDoor(database)
  first.clock.time = '2027-11-22T09:00:00.000Z'
  await press('Måke')
  for (const pin of ['000001', '000002', '000003']) {
    await tryPin(pin)
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('PIN-koden din').value).toBe(''))
  }
  await screen.findByRole('timer')
  first.unmount()
  const again = await showDoor(database)
  await press('Måke')
  again.clock.time = '2026-11-22T09:00:30.000Z'
  await waitFor(() => expect(screen.queryByRole('timer')).toBeNull())
})

test('no PIN at all is no try', async () => {
  const database = await sharedTablet({})
  await showDoor(database)
  await press('Måke')
  await press('Lås opp')
  expect(await screen.findByText('Skriv PIN-koden først.')).toBeTruthy()
  expect((await listPersons(database))[0]?.tries).toBeUndefined()
})

test('who has forgotten the PIN hears that nobody can get it back, and only a typed nickname removes the place', async () => {
  const database = await sharedTablet({ id: 'a1' }, { id: 'b2', nickname: 'Fyr' })
  const { onRemoved } = await showDoor(database)
  await press('Måke')
  await press('Har du glemt PIN-koden?')
  expect(screen.getByText(/Verken Peil, lederen din eller kommunen/)).toBeTruthy()
  await type(/^Skriv «Måke»/, 'Fyr')
  await press('Fjern plassen')
  expect(await screen.findByText(/Det er ikke det samme som «Måke»/)).toBeTruthy()
  expect(await listPersons(database)).toHaveLength(2)
  expect(onRemoved).not.toHaveBeenCalled()
  await type(/^Skriv «Måke»/, ' måke')
  await press('Fjern plassen')
  expect(await screen.findByText('Plassen til Måke er fjernet.')).toBeTruthy()
  expect((await listPersons(database)).map(({ id }) => id)).toEqual(['b2'])
  expect(onRemoved, 'she may be in in another tab').toHaveBeenCalledOnce()
})

test('a new place asks for what it needs, says what colleagues see, and then lets in', async () => {
  const database = await sharedTablet({})
  const { onEnter } = await showDoor(database)
  await press('Ny her')
  expect(screen.getByText(/Glemmer du den, kan ingen hente den fram/)).toBeTruthy()
  expect(screen.getByText(/Kallenavnet og bildet\. Ikke noe annet/)).toBeTruthy()
  expect(screen.getByRole('radio', { checked: true }), 'a picture nobody has').toBe(screen.getByRole('radio', { name: 'Sol' }))
  await press('Lag plassen min')
  expect(await screen.findByText('Skriv et kallenavn først.')).toBeTruthy()
  expect(screen.getByText('Skriv minst seks siffer.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Kallenavn'))
  await type('Kallenavn', 'måke')
  await type('Ny PIN-kode', '123456')
  await press('Lag plassen min')
  expect(await screen.findByText('Noen her har det kallenavnet. Velg et annet.')).toBeTruthy()
  expect(screen.getByText(/for lett å gjette/)).toBeTruthy()
  await type('Kallenavn', ' Fyr ')
  await userEvent.click(screen.getByRole('radio', { name: 'Hus' }))
  await type('Ny PIN-kode', '55018x')
  await press('Lag plassen min')
  expect(await screen.findByText('Bruk bare tall, fra 0 til 9.')).toBeTruthy()
  await type('Ny PIN-kode', '550183')
  await type('PIN-koden en gang til', '550184')
  await press('Lag plassen min')
  expect(await screen.findByText(/De to er ikke like/)).toBeTruthy()
  expect(await listPersons(database)).toHaveLength(1)
  await type('PIN-koden en gang til', '550183')
  await press('Lag plassen min')
  await waitFor(() => expect(onEnter).toHaveBeenCalledOnce())
  expect(onEnter.mock.lastCall?.[0].person).toMatchObject({ nickname: 'Fyr', picture: 'house', isGuest: false })
})

test('a guest is told what it means, and gets a place that nobody can open again', async () => {
  const database = await sharedTablet()
  const { onEnter } = await showDoor(database)
  expect(await screen.findByText(/Ingen har en plass her ennå/)).toBeTruthy()
  await press('Bare denne gangen')
  expect(screen.getByText(/Ingen kan lese svarene dine etterpå, heller ikke du/)).toBeTruthy()
  expect(screen.getByText(/blir bidraget igjen uten navn til det er sendt. Lukker du Peil i stedet, blir det ikke sendt/)).toBeTruthy()
  await press('Begynn')
  const entry = onEnter.mock.lastCall?.[0]
  expect(entry?.person).toMatchObject({ isGuest: true, isShared: true })
  if (entry === undefined) throw new Error('nobody was let in')
  expect(await currentAssessment(new PeilDatabase(database.name, sealedBy(entry.seal)))).toBeUndefined()
  expect(await listPersons(database)).toEqual([])
})

test('a device of one’s own has one lock and nobody to choose', async () => {
  const database = new PeilDatabase('own')
  must(await addPerson(database, { id: 'me', pin: '402917', takesOver: true }))
  const { onEnter, onOpen } = await showDoor(database)
  expect(await screen.findByRole('heading', { level: 1, name: 'Lås opp Peil' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Tilbake' })).toBeNull()
  await tryPin('402917')
  await waitFor(() => expect(onEnter.mock.lastCall?.[0].person).toEqual({ id: 'me', isGuest: false, isShared: false }))
  await press('Har du glemt PIN-koden?')
  await type(/^Skriv «slett»/, 'slett')
  await press('Fjern plassen')
  await waitFor(() => expect(onOpen).toHaveBeenCalledOnce())
})

test('who finds a door that another tab has put there is told, and which PIN counts', async () => {
  const own = new PeilDatabase(randomUUID())
  must(await addPerson(own, { id: 'me', pin: '402917', takesOver: true }))
  const { unmount } = await showDoor(own, 'nb', 'other-tab')
  expect((await screen.findByText(/^Peil ble nettopp låst fra en annen fane\. PIN-koden som ble valgt der/)).role).toBe('status')
  unmount()
  await showDoor(await sharedTablet({}), 'nb', 'other-tab')
  expect(await screen.findByText(/^Enheten ble nettopp delt fra en annen fane/)).toBeTruthy()
  await press('Måke')
  expect(screen.queryByText(/fra en annen fane/), 'her own lock is no news').toBeNull()
})

test('a device that keeps nothing more says so, and nothing is half made', async () => {
  const database = await sharedTablet()
  await showDoor(database)
  await press('Ny her')
  await type('Kallenavn', 'Fyr')
  await type('Ny PIN-kode', '550183')
  await type('PIN-koden en gang til', '550183')
  vi.spyOn(database, 'transaction').mockRejectedValue(new Dexie.QuotaExceededError('full'))
  await press('Lag plassen min')
  await waitFor(() =>
    expect(
      screen
        .getAllByRole('alert')
        .map((each) => each.textContent)
        .join(),
    ).toContain('Det er ikke plass til mer'),
  )
})

test('the language is chosen at the door', async () => {
  await showDoor(await sharedTablet({}))
  await userEvent.selectOptions(await screen.findByLabelText('Språk'), 'en')
  expect(await screen.findByRole('heading', { level: 1, name: 'Who are you?' })).toBeTruthy()
})

test('a place that a newer Peil has made is neither opened nor passed by', async () => {
  const database = new PeilDatabase(randomUUID())
  await database.table('persons').add({ id: 'me', lock: { kdf: 'something newer' } })
  const { onOpen } = await showDoor(database)
  expect((await screen.findByRole('alert')).textContent).toContain('nyere utgave av Peil')
  expect(screen.queryByRole('button', { name: 'Ny her' })).toBeNull()
  expect(onOpen).not.toHaveBeenCalled()
  await database.table('persons').clear()
  await waitFor(() => expect(onOpen).toHaveBeenCalled())
})

test('where a page has no cryptography, it is said that no place can be made', async () => {
  const database = await sharedTablet()
  await showDoor(database)
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  await press('Ny her')
  await type('Kallenavn', 'Måke')
  await type('Ny PIN-kode', '402917')
  await type('PIN-koden en gang til', '402917')
  await press('Lag plassen min')
  expect(await screen.findByText(/Her kan ikke Peil låse noe/)).toBeTruthy()
  vi.unstubAllGlobals()
  expect(await listPersons(database)).toEqual([])
})
