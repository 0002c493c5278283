// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { type Assessment, finishAssessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { StartPage } from '../../../src/features/start/page.tsx'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import type { Device } from '../../../src/storage/device.ts'
import { roundsIn } from '../../../src/storage/rounds.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { RoundServer } from '../../sync/round-server.ts'

const begunAt = '2026-11-20T09:00:00.000Z'

/** Seven questions answered, and sure of the two first areas: the next is the second question of area 3. */
function underWay(): Assessment {
  const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
  const answered = itemsOf(instrument).slice(0, 7)
  return {
    ...startAssessment(instrument, { tier: 'teacher', modules: ['privacy'] }, { id: 'now', now: begunAt }),
    predictedAt: begunAt,
    answers: Object.fromEntries(answered.map((item) => [item.id, { answer: { kind: 'step', step: 2 }, version: item.version }])),
    confidence: { '1': 'sure', '2': 'sure' },
  }
}

async function showStart(device: Device, language = 'nb'): Promise<void> {
  await showPage(<StartPage device={device} />, '/', language)
  await screen.findByRole('heading', { level: 1 })
}

test('on a first visit three taps lead from the start page to the questions', async () => {
  const keepStorage = vi.fn(() => Promise.resolve('kept' as const))
  await showStart(pageDevice({ keepStorage }))
  await userEvent.click(screen.getByRole('radio', { name: 'Barnehage' }))
  await userEvent.click(screen.getByRole('radio', { name: /^Barnehagelærer/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
  expect(screen.getByTestId('address').textContent).toBe('/kartlegging/ny?sector=barnehage&role=teacher')
  expect(keepStorage, 'the browser is asked to keep what comes').toHaveBeenCalledOnce()
})

test.each([
  ['Barnehage', 'Styrer'],
  ['Skole', 'Rektor'],
  ['SFO', 'SFO-leder'],
])('who works in %s is offered the roles there', async (sector, leader) => {
  await showStart(pageDevice())
  expect(screen.queryByRole('group', { name: 'Hva er rollen din?' })).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: sector }))
  const roles = within(screen.getByRole('group', { name: 'Hva er rollen din?' }))
  expect(roles.getAllByRole('radio')).toHaveLength(4)
  expect(roles.getByRole('radio', { name: leader })).toBeTruthy()
})

describe('parts besides the core', () => {
  const open = async (role: string): Promise<void> => {
    await userEvent.click(screen.getByRole('radio', { name: 'Skole' }))
    await userEvent.click(screen.getByRole('radio', { name: role }))
    await userEvent.click(await screen.findByText('Velg flere deler'))
  }
  const part = (name: RegExp): HTMLElement => screen.getByRole('checkbox', { name })

  test('those that fit the role can be taken along, and none is needed', async () => {
    await showStart(pageDevice())
    await open('Lærer')
    expect(screen.queryByRole('checkbox', { name: /^Ledelse/ }), 'leading is for those who lead').toBeNull()
    expect(screen.queryByRole('checkbox', { name: /^Personvern/ }), 'everyone is asked this').toBeNull()
    await userEvent.click(part(/^Kunstig intelligens/))
    await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
    expect(screen.getByTestId('address').textContent).toBe('/kartlegging/ny?sector=skole&role=teacher&deler=privacy+ai')
  })

  test('who picked parts and then another role is also asked what that role usually is', async () => {
    await showStart(pageDevice())
    await open('Lærer')
    await userEvent.click(part(/^Kunstig intelligens/))
    await userEvent.click(screen.getByRole('radio', { name: 'Rektor' }))
    expect(part(/^Ledelse/)).toHaveProperty('checked', true)
    await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
    expect(screen.getByTestId('address').textContent).toBe('/kartlegging/ny?sector=skole&role=leader&deler=privacy+ai+leadership')
  })

  test.each([
    ['ai', true],
    ['privacy', false],
  ] as const)('a round that asks %s explains what is ticked: %s', async (id, explains) => {
    const device = pageDevice()
    const { document } = new RoundServer()
    const targets = { practice: 2, teacher: 2, leader: 2, owner: 2 } as const
    const units = document.units.map((unit) => ({ ...unit, instrument: { id: 'skole', version: '2026.1' } as const }))
    await roundsIn(device.database).save({ round: document.round, document: { ...document, units, dimensions: [{ id, targets }] } })
    const place = { id: 'p', round: document.round, unit: 'solstrala', code: 'ABCDEFGHJKMNPQRST', stage: 'joining' }
    await device.database.table('participations').add(place)
    await showStart(device)
    await open('Lærer')
    expect(part(/^Kunstig intelligens/)).toHaveProperty('checked', explains)
    expect(screen.queryByText(/^Det som er krysset av/) !== null).toBe(explains)
  })

  test('who leads is asked about leading, unless they say no', async () => {
    await showStart(pageDevice())
    await open('Rektor')
    expect(part(/^Ledelse/)).toHaveProperty('checked', true)
    await userEvent.click(part(/^Ledelse/))
    await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
    expect(screen.getByTestId('address').textContent).toBe('/kartlegging/ny?sector=skole&role=leader&deler=privacy')
  })
})

test('without a workplace or a role nothing starts, and the reason is said aloud', async () => {
  await showStart(pageDevice())
  await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
  expect(screen.getByRole('alert').textContent).toBe('Velg hvor du jobber først.')
  await userEvent.click(screen.getByRole('radio', { name: 'SFO' }))
  await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
  expect(screen.getByRole('alert').textContent).toBe('Velg rollen din først.')
  expect(screen.getByTestId('address').textContent).toBe('/')
})

test('a person who comes back is told what is next and how much is left', async () => {
  const device = pageDevice()
  await device.database.assessments.add(underWay())
  await showStart(device)
  const hero = within(screen.getByRole('region', { name: 'Etikk og digital dømmekraft' }))
  expect(hero.getByText(/^Neste er spørsmål 2 av 3\. Omtrent ti minutter/)).toBeTruthy()
  expect(hero.getByText('7 av 25 spørsmål er besvart.')).toBeTruthy()
  expect(hero.getByRole('link', { name: 'Fortsett' }).getAttribute('href')).toBe('/kartlegging')
  expect(screen.queryByRole('button', { name: 'Start kartleggingen' })).toBeNull()
})

test('a finished assessment leads to its result, and a new one can be taken', async () => {
  const device = pageDevice()
  await device.database.assessments.add(finishAssessment(underWay(), '2026-11-20T10:00:00.000Z'))
  await showStart(device)
  expect(screen.getByRole('link', { name: /^Resultatet ditt\s*Ferdig 20\. november 2026/ }).getAttribute('href')).toBe('/resultat')
  expect(screen.queryByRole('link', { name: 'Fortsett' })).toBeNull()
  expect(screen.getByText('Ta en ny kartlegging')).toBeTruthy()
})

test('in a tab that forgets, the app is offered first with the reasons, and stays away once put away', async () => {
  const device = pageDevice({ forgetsUnused: () => true })
  await showStart(device)
  const help = await screen.findByRole('region', { name: 'Gjør Peil til en app først' })
  expect(help.textContent).toContain('etter sju dager')
  expect(help.textContent, 'the app has another storage').toContain('Appen ser ikke det du svarer her')
  expect(within(help).getByRole('link', { name: 'Slik gjør du' }).getAttribute('href')).toBe('/om/installer')
  await userEvent.click(within(help).getByRole('button', { name: 'Jeg bruker fanen likevel' }))
  await vi.waitFor(() => {
    expect(screen.queryByRole('region', { name: 'Gjør Peil til en app først' })).toBeNull()
  })
  expect(await device.database.settings.get('installHelp')).toEqual({ key: 'installHelp', value: 'put-away' })
})

test('where a tab is as good as the app, nobody is asked to make it one', async () => {
  await showStart(pageDevice())
  expect(screen.queryByRole('region', { name: 'Gjør Peil til en app først' })).toBeNull()
})

test('little room is said before the first answer, with what to do; enough room is not mentioned', async () => {
  await showStart(pageDevice({ roomLeft: () => Promise.resolve(19_900_000) }))
  const note = await screen.findByRole('region', { name: 'Det er lite plass igjen' })
  expect(note.textContent).toContain('Bare 19 MB er ledig for Peil. Slett bilder eller apper')
  cleanup()
  const roomLeft = vi.fn(() => Promise.resolve(20_000_000))
  await showStart(pageDevice({ roomLeft }))
  await vi.waitFor(() => {
    expect(roomLeft).toHaveBeenCalled()
  })
  expect(screen.queryByRole('region', { name: 'Det er lite plass igjen' })).toBeNull()
})

test('the start page speaks English to those who read English', async () => {
  await showStart(pageDevice(), 'en')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Find out where you stand')
})

test('somebody who has used a slip is told of the round instead of being asked for a slip', async () => {
  const device = pageDevice()
  await device.database
    .table('participations')
    .add({ id: 'p', round: 'r'.repeat(22), unit: 'u1', code: 'ABCDEFGHJKMNPQRST', stage: 'joining' })
  await showStart(device)
  const card = within(await screen.findByRole('region', { name: 'Du har brukt en lapp' }))
  expect(card.getByRole('link').getAttribute('href')).toBe('/bidra')
  expect(screen.queryByRole('region', { name: 'Har du trukket en lapp?' })).toBeNull()
})
