// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { itemsOf, modulesFor } from '../../../src/domain/instrument/instrument.ts'
import { type KeptPack, versionNaming } from '../../../src/domain/instrument/own-pack.ts'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import type { Device } from '../../../src/storage/device.ts'
import { ownPacksIn } from '../../../src/storage/own-packs.ts'
import { roundsIn } from '../../../src/storage/rounds.ts'
import { keptPack } from '../../support/own-pack.ts'
import { pageDevice } from '../../support/page.tsx'
import { RoundServer } from '../../sync/round-server.ts'
import { address, showAssessment, stored, underWay } from './shown.tsx'

const start = '/kartlegging/ny?sector=barnehage&role=teacher'
const first = '/kartlegging/punkt/fjordvik-sett.1.question-1'

function versionOf({ sha256, document }: KeptPack): string {
  return versionNaming('2026.1', [{ id: document.pack.id, sha256 }])
}

/** A place in a round that asks these questions. */
async function join(device: Device, pack: KeptPack): Promise<void> {
  const { document } = new RoundServer()
  const instrument = { id: 'barnehage', version: versionOf(pack) } as const
  const asking = { ...document, units: document.units.map((unit) => ({ ...unit, instrument })) }
  await roundsIn(device.database).save({ round: document.round, document: asking })
  const place = { id: 'p', round: document.round, unit: 'solstrala', code: 'ABCDEFGHJKMNPQRST', stage: 'joining' }
  await device.database.table('participations').add(place)
}

async function answering(device: Device, pack: KeptPack): Promise<void> {
  const now = '2026-11-20T09:00:00.000Z'
  const instrument = instrumentFor({ sector: 'barnehage', modules: ['privacy'] }, [pack])
  const began = startAssessment(instrument, { tier: 'teacher', modules: ['privacy'] }, { id: 'a', now })
  await device.database.assessments.add({ ...began, predictedAt: now })
}

/** What a person reads, without the address that the test shows. */
const shownText = (): string => document.body.textContent.replace(address(), '')
const idOnScreen = /fjordvik-sett|question-1/

test('who has joined a round with its own questions is asked those', async () => {
  const device = pageDevice()
  const pack = await keptPack()
  await join(device, pack)
  await ownPacksIn(device.database).put(pack)
  await showAssessment(device, start)
  await userEvent.click(await screen.findByRole('button', { name: 'Hopp over alt dette' }))
  await screen.findByRole('heading', { level: 1, name: 'Skriv her hva spørsmålet handler om (1, spørsmål 1)' })
  expect(address()).toBe(first)
  await userEvent.click(screen.getByRole('radio', { name: /^Gjør det på egen hånd Jeg klarer oppgaven/ }))
  await waitFor(async () => {
    expect((await stored(device)).answers).toEqual({ 'fjordvik-sett.1.question-1': { answer: { kind: 'step', step: 2 }, version: 1 } })
  })
  expect((await stored(device)).instrumentVersion).toBe(versionOf(pack))
  expect(screen.queryByText(/finnes ikke på språket ditt/)).toBeNull()
  await userEvent.click(screen.getByText('Et eksempel', { exact: false }))
  await userEvent.click(screen.getByRole('button', { name: 'scene' }))
  expect(screen.getByRole('dialog').textContent).toContain('To eller tre setninger')
  expect(shownText()).not.toMatch(idOnScreen)
})

test('an assessment that began with Peil’s questions stays with them', async () => {
  const device = pageDevice()
  const pack = await keptPack()
  await join(device, pack)
  await ownPacksIn(device.database).put(pack)
  await device.database.assessments.add(underWay())
  await showAssessment(device, '/kartlegging')
  await waitFor(() => {
    expect(address()).toMatch(/^\/kartlegging\/punkt\/barnehage\.1\./)
  })
})

test('where the pack lacks the reader’s language, its first one is read, marked and explained', async () => {
  const device = pageDevice()
  const { sha256, document } = await keptPack()
  const { nb: _nb, ...others } = document.words
  await ownPacksIn(device.database).put({ sha256, document: { ...document, words: others } })
  await answering(device, { sha256, document })
  await showAssessment(device, first)
  const heading = await screen.findByRole('heading', { level: 1, name: 'Write here what the question is about (1, question 1)' })
  expect(heading.lang).toBe('en')
  expect(screen.getByText('I have not done this yet.').lang).toBe('en')
  await screen.findByText('Spørsmålene finnes ikke på språket ditt. De står på engelsk.')
})

test('a story of the pack, too, is marked as being in another language', async () => {
  const device = pageDevice()
  const { sha256, document } = await keptPack()
  const vignettes = [{ id: 'fjordvik-sett.story.one', item: 'fjordvik-sett.1.question-1', step: 2 as const }]
  const told = { 'fjordvik-sett.story.one': { story: 'Amina takes a picture.', question: 'Where is Amina?', why: 'She does it herself.' } }
  const en = { items: {}, terms: {}, ...document.words['en'], vignettes: told }
  const withStory = { sha256, document: { ...document, pack: { ...document.pack, vignettes }, words: { en } } }
  await ownPacksIn(device.database).put(withStory)
  await answering(device, withStory)
  await showAssessment(device, '/kartlegging/fortelling/fjordvik-sett.story.one')
  expect((await screen.findByRole('heading', { level: 1, name: 'Where is Amina?' })).lang).toBe('en')
  for (const words of ['Amina takes a picture.', 'I have not done this yet.']) expect(screen.getByText(words).lang).toBe('en')
})

test('where there is nothing more to take along, nothing more is offered at the end', async () => {
  const device = pageDevice()
  const pack = await keptPack()
  await ownPacksIn(device.database).put(pack)
  const modules = modulesFor('teacher')
  const instrument = instrumentFor({ sector: 'barnehage', modules }, [pack])
  const now = '2026-11-20T09:00:00.000Z'
  const began = startAssessment(instrument, { tier: 'teacher', modules }, { id: 'a', now })
  const answers = itemsOf(instrument).map(({ id, version }) => [id, { answer: { kind: 'not-relevant' }, version }])
  const confidence = instrument.parts.map(({ dimension }) => [dimension, 'sure'])
  await device.database.table('assessments').add({
    ...began,
    predictedAt: now,
    answers: Object.fromEntries(answers) as object,
    confidence: Object.fromEntries(confidence) as object,
  })
  await showAssessment(device, '/kartlegging/slutt')
  await screen.findByRole('button', { name: 'Se resultatet' })
  expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
})

test('the language can be changed in the middle', async () => {
  const device = pageDevice()
  const pack = await keptPack()
  await ownPacksIn(device.database).put(pack)
  await answering(device, pack)
  const { words } = await showAssessment(device, first)
  await screen.findByRole('heading', { level: 1, name: /^Skriv her/ })
  await words.changeLanguage('en')
  await screen.findByRole('heading', { level: 1, name: /^Write here/ })
})

test('before the start: questions that are not here yet can be fetched', async () => {
  const pack = await keptPack()
  const device: Device = pageDevice({ fetchPacks: vi.fn(() => Promise.resolve()) })
  await join(device, pack)
  await showAssessment(device, start)
  await screen.findByRole('heading', { level: 1, name: 'Spørsmålene er ikke her ennå' })
  expect(shownText()).not.toMatch(idOnScreen)
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await screen.findByText(/Det gikk ikke å hente spørsmålene nå/)
  expect(device.fetchPacks).toHaveBeenCalledOnce()
  await ownPacksIn(device.database).put(pack)
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await screen.findByRole('heading', { level: 1, name: 'Hvor tror du at du er?' })
  expect((await stored(device)).instrumentVersion).toBe(versionOf(pack))
})

test('before the start: nobody has to wait for a round', async () => {
  const device = pageDevice()
  await join(device, await keptPack())
  await showAssessment(device, start)
  await userEvent.click(await screen.findByRole('button', { name: 'Svar på spørsmålene fra Peil' }))
  await screen.findByRole('heading', { level: 1, name: 'Hvor tror du at du er?' })
  expect((await stored(device)).instrumentVersion).toBe('2026.1')
})

test('in the middle: when the questions are gone, nothing is lost, and they are back as soon as they are fetched', async () => {
  const pack = await keptPack()
  const device: Device = pageDevice({
    fetchPacks: async () => {
      await ownPacksIn(device.database).put(pack)
    },
  })
  await answering(device, pack)
  await showAssessment(device, first)
  await screen.findByRole('heading', { level: 1, name: 'Spørsmålene er ikke her ennå' })
  expect(shownText()).not.toMatch(idOnScreen)
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  await screen.findByRole('heading', { level: 1, name: /^Skriv her/ })
})

test('who has begun with other questions is asked before anything is deleted', async () => {
  const device = pageDevice()
  const pack = await keptPack()
  await join(device, pack)
  await ownPacksIn(device.database).put(pack)
  const answers = { 'barnehage.1.creating': { answer: { kind: 'step', step: 2 }, version: 1 } } as const
  await device.database.assessments.add(underWay({ tier: 'teacher', answers }))
  await showAssessment(device, start)
  await screen.findByRole('heading', { level: 1, name: 'Du har en kartlegging i gang' })
  expect((await stored(device)).answers).toEqual(answers)
})
