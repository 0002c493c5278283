// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { type Assessment, finishAssessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { StartPage } from '../../../src/features/start/page.tsx'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import type { Device } from '../../../src/storage/device.ts'
import { pageDevice, showPage } from '../../support/page.tsx'

const begunAt = '2026-11-20T09:00:00.000Z'

/** Seven questions answered, and sure of the two first areas: the next is the second question of area 3. */
function underWay(): Assessment {
  const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] })
  if (instrument === undefined) throw new Error('no instrument for kindergartens')
  const answered = itemsOf(instrument).slice(0, 7)
  return {
    ...startAssessment(instrument, { tier: 'teacher', modules: ['privacy'] }, { id: 'now', now: begunAt }),
    predictedAt: begunAt,
    answers: Object.fromEntries(answered.map((item) => [item.id, { answer: { kind: 'step', step: 2 }, version: item.version }])),
    confidence: { '1': 'sure', '2': 'sure' },
  }
}

async function showStart(device: Device, explainsInstall = false, language = 'nb'): Promise<void> {
  await showPage(<StartPage device={device} explainsInstall={explainsInstall} />, '/', language)
  await screen.findByRole('heading', { level: 1 })
}

test('on a first visit two taps lead from the start page to the questions', async () => {
  const keepStorage = vi.fn(() => Promise.resolve('kept' as const))
  await showStart(pageDevice({ keepStorage }))
  await userEvent.click(screen.getByRole('radio', { name: /^Barnehagelærer/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
  expect(screen.getByTestId('address').textContent).toBe('/kartlegging/ny?sector=barnehage&role=teacher')
  expect(keepStorage, 'the browser is asked to keep what comes').toHaveBeenCalledOnce()
})

test('a sector without questions is named but cannot be chosen', async () => {
  await showStart(pageDevice())
  const sectors = within(screen.getByRole('group', { name: 'Hvor jobber du?' }))
  expect(sectors.getByRole('radio', { name: /^Barnehage/ })).toHaveProperty('checked', true)
  expect(sectors.getByRole('radio', { name: /^Skole\s*Kommer senere/ })).toHaveProperty('disabled', true)
  expect(sectors.getByRole('radio', { name: /^SFO\s*Kommer senere/ })).toHaveProperty('disabled', true)
})

test('without a role nothing starts, and the reason is said aloud', async () => {
  await showStart(pageDevice())
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

test('in a tab on a tablet the home screen is explained first, and stays away once put away', async () => {
  const device = pageDevice()
  await showStart(device, true)
  const help = await screen.findByRole('region', { name: 'Legg Peil på hjemskjermen først' })
  expect(help.textContent).toContain('sju dager')
  await userEvent.click(within(help).getByRole('button', { name: 'Jeg bruker fanen likevel' }))
  await vi.waitFor(() => {
    expect(screen.queryByRole('region', { name: 'Legg Peil på hjemskjermen først' })).toBeNull()
  })
  expect(await device.database.settings.get('installHelp')).toEqual({ key: 'installHelp', value: 'put-away' })
})

test('the start page speaks English to those who read English', async () => {
  await showStart(pageDevice(), false, 'en')
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
