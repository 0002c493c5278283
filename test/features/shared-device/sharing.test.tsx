// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { SharingLine } from '../../../src/features/shared-device/sharing-line.tsx'
import { SharingPage } from '../../../src/features/shared-device/sharing-page.tsx'
import { ok } from '../../../src/domain/result.ts'
import { PeilDatabase } from '../../../src/storage/database.ts'
import type { Device, Inside } from '../../../src/storage/device.ts'
import { addPerson, listPersons, unlock } from '../../../src/storage/persons.ts'
import { changePlan, loadPlan } from '../../../src/storage/plans.ts'
import { sealedBy } from '../../../src/storage/sealed-tables.ts'
import { isGuarded } from '../../../src/storage/presence.ts'
import { loadSettings } from '../../../src/storage/settings.ts'
import { must } from '../../support/must.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { allowDialogs, press, sharedTablet, type } from './shown.tsx'

beforeAll(allowDialogs)

const now = '2026-11-21T09:00:00.000Z'
const marker = 'Spør Mats om fotoregelen'
const goal = { id: 'g', when: 'i morgen', then: marker, lookBackOn: '2027-01-01', status: 'going-on', createdAt: now } as const

async function writePlan(database: PeilDatabase): Promise<void> {
  must(await changePlan(database, (plan) => ok({ ...plan, goals: [goal] })))
}

async function show(plain: PeilDatabase, person?: Inside): Promise<() => void> {
  const onGuard = vi.fn<() => void>()
  const device: Device = { ...pageDevice({ database: plain }), person, now: () => now }
  await showPage(<SharingPage device={device} plain={plain} onGuard={onGuard} />, '/mine-data/deling')
  return onGuard
}

const choose = async (name: RegExp): Promise<void> => userEvent.click(await screen.findByRole('radio', { name }))

async function typePins(first: string, second = first): Promise<void> {
  await type('Ny PIN-kode', first)
  await type('PIN-koden en gang til', second)
}

/** What the plan says to somebody with this PIN. */
async function planBehind(plain: PeilDatabase, id: string, pin: string): Promise<string | undefined> {
  const seal = must(await unlock(plain, id, pin, now))
  return must(await loadPlan(new PeilDatabase(plain.name, sealedBy(seal)))).goals[0]?.then
}

test('a device nobody has used becomes shared with one choice and one tap', async () => {
  const { database } = pageDevice()
  const onGuard = await show(database)
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /^Bare jeg/ })).checked).toBe(true)
  await choose(/^Flere deler den/)
  await press('Ja, vi er flere')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  expect(await isGuarded(database)).toBe(true)
})

test('what lay open becomes the place of the person it belongs to', async () => {
  const { database } = pageDevice()
  await writePlan(database)
  const onGuard = await show(database)
  await choose(/^Flere deler den/)
  await choose(/^Det er mitt/)
  await type('Kallenavn', 'Måke')
  await typePins('402917')
  await press('Lag plassen min')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  const [person] = await listPersons(database)
  expect(person).toMatchObject({ nickname: 'Måke', picture: 'sun' })
  expect(must(await loadPlan(database)).goals).toEqual([])
  expect(await planBehind(database, person?.id ?? '', '402917')).toBe(marker)
  expect((await loadSettings(database)).device).toBe('shared')
})

test('what is nobody’s is deleted, but only after a question', async () => {
  const { database } = pageDevice()
  await writePlan(database)
  const onGuard = await show(database)
  await choose(/^Flere deler den/)
  await choose(/^Det er ingens/)
  await press('Slett det, og del enheten')
  await press('Nei, behold det')
  expect(must(await loadPlan(database)).goals).toHaveLength(1)
  await press('Slett det, og del enheten')
  await press('Ja, slett det')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  expect(must(await loadPlan(database)).goals).toEqual([])
  expect((await loadSettings(database)).device).toBe('shared')
})

test('a device of one’s own gets a PIN that seals what lies there', async () => {
  const { database } = pageDevice()
  await writePlan(database)
  const onGuard = await show(database)
  expect(await screen.findByText(/Glemmer du den, kan ingen hente den fram/)).toBeTruthy()
  await typePins('111111')
  await press('Sett PIN-koden')
  expect(await screen.findByText(/for lett å gjette/)).toBeTruthy()
  await typePins('402917')
  await press('Sett PIN-koden')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  const [person] = await listPersons(database)
  expect(person?.nickname).toBeUndefined()
  expect(must(await loadPlan(database)).goals).toEqual([])
  expect(await planBehind(database, person?.id ?? '', '402917')).toBe(marker)
})

test('while a PIN is set that is said, and the button does nothing more', async () => {
  const { database } = pageDevice()
  await writePlan(database)
  const onGuard = await show(database)
  await typePins('402917')
  await press('Sett PIN-koden')
  expect(screen.getByText(/^Låser det som ligger her\./).getAttribute('role')).toBe('status')
  expect(screen.getByRole('button', { name: 'Sett PIN-koden' }).getAttribute('aria-disabled')).toBe('true')
  await press('Sett PIN-koden')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  expect(await listPersons(database)).toHaveLength(1)
})

test('whose PIN comes second, from another tab, is led to the door of the first', async () => {
  const { database } = pageDevice()
  await writePlan(database)
  const onGuard = await show(database)
  await typePins('402917')
  must(await addPerson(new PeilDatabase(database.name), { id: 'first', pin: '550183', takesOver: true }))
  await press('Sett PIN-koden')
  await waitFor(() => expect(onGuard).toHaveBeenCalledExactlyOnceWith(true))
  expect(await planBehind(database, 'first', '550183')).toBe(marker)
})

test('who becomes the first person of a device that another tab has just taken over is led to its door, too', async () => {
  const { database } = pageDevice()
  await writePlan(database)
  const onGuard = await show(database)
  await choose(/^Flere deler den/)
  await choose(/^Det er mitt/)
  await type('Kallenavn', 'Måke')
  await typePins('402917')
  const first = addPerson(new PeilDatabase(database.name), { id: 'first', pin: '550183', takesOver: true })
  await press('Lag plassen min')
  must(await first)
  await waitFor(() => expect(onGuard).toHaveBeenCalledExactlyOnceWith(true))
  expect((await listPersons(database)).map(({ id }) => id)).toEqual(['first'])
  expect((await loadSettings(database)).device).toBeUndefined()
})

test('the PIN of one’s own device is changed, and removed again', async () => {
  const { database } = pageDevice()
  await writePlan(database)
  must(await addPerson(database, { id: 'me', pin: '402917', takesOver: true }))
  const onGuard = await show(database, { id: 'me', isGuest: false, isShared: false })
  await screen.findByRole('button', { name: 'Bytt PIN-kode' })
  const [old, olds] = screen.getAllByLabelText('PIN-koden du har nå')
  if (old === undefined || olds === undefined) throw new Error('two forms ask for the PIN')
  await userEvent.type(old, '000001')
  await typePins('550183')
  await press('Bytt PIN-kode')
  expect((await screen.findByText('Det var ikke riktig PIN-kode. Prøv igjen.')).closest('[role=alert]')).not.toBeNull()
  await userEvent.clear(old)
  await userEvent.type(old, '402917')
  await press('Bytt PIN-kode')
  expect(await screen.findByText('PIN-koden er byttet.')).toBeTruthy()
  expect(await planBehind(database, 'me', '550183')).toBe(marker)
  await userEvent.type(olds, '550183')
  await press('Fjern PIN-koden')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  expect(must(await loadPlan(database)).goals[0]?.then).toBe(marker)
  expect(await isGuarded(database)).toBe(false)
})

test('who had the device alone keeps the PIN when it is shared, and gets a nickname', async () => {
  const { database } = pageDevice()
  must(await addPerson(database, { id: 'me', pin: '402917', takesOver: true }))
  const onGuard = await show(database, { id: 'me', isGuest: false, isShared: false })
  await choose(/^Flere deler den/)
  await press('Ja, vi er flere')
  expect(await screen.findByText('Skriv et kallenavn først.')).toBeTruthy()
  await type('Kallenavn', 'Måke')
  await press('Ja, vi er flere')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  expect(await listPersons(database)).toMatchObject([{ id: 'me', nickname: 'Måke' }])
  must(await unlock(database, 'me', '402917', now))
})

test('a shared device is not made one person’s while somebody else has a place', async () => {
  const database = await sharedTablet({ id: 'a1' }, { id: 'b2', nickname: 'Fyr' })
  await show(database, { id: 'a1', nickname: 'Måke', picture: 'bird', isGuest: false, isShared: true })
  await choose(/^Bare jeg/)
  expect(await screen.findByText(/^Flere har en plass her/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Gjør enheten til bare min' })).toBeNull()
})

test('the last one with a place makes the device their own', async () => {
  const database = await sharedTablet({ id: 'a1' })
  const onGuard = await show(database, { id: 'a1', nickname: 'Måke', picture: 'bird', isGuest: false, isShared: true })
  await choose(/^Bare jeg/)
  await press('Gjør enheten til bare min')
  await waitFor(() => expect(onGuard).toHaveBeenCalledOnce())
  expect((await loadSettings(database)).device).toBe('own')
})

test('only a newcomer is asked whether others use the device', async () => {
  const device = pageDevice()
  const first = await showPage(<SharingLine device={device} />)
  expect((await screen.findByRole('link', { name: 'Gi hver sin låste plass' })).getAttribute('href')).toBe('/mine-data/deling')
  await writePlan(device.database)
  await waitFor(() => expect(screen.queryByRole('link')).toBeNull())
  first.unmount()
})
