// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Assessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { ResultPage } from '../../../src/features/result/page.tsx'
import { instrumentFor } from '../../../src/instruments/packs.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { finished } from './given.ts'

const weakInEthics = {
  '1': [2, 2, 2],
  '2': [2, 2, 2],
  '3': [0, 0, 0],
  '4': [2, 2, 2],
  '5': [2, 2, 2],
  '6': [2, 2, 2],
  '7': [2, 2, 2],
} as const
const weakInLeading = { ...weakInEthics, '3': [2, 2, 2], '5': [0, 0, 0] } as const
const weakInMeetingHomes = { ...weakInEthics, '3': [2, 2, 2], '6': [1, 1, 0] } as const

async function lessonsOf(assessment: Assessment, language = 'nb'): Promise<HTMLElement> {
  const device = pageDevice()
  await device.database.assessments.add(assessment)
  await showPage(<ResultPage device={device} />, '/resultat', language)
  return screen.findByRole('region', { name: language === 'nb' ? 'Noe å lære av' : 'Something to learn from' })
}

test('the next step comes with up to three things to learn from, the shortest first', async () => {
  const lessons = await lessonsOf(finished('a', '2026-11-20', weakInEthics))
  const items = within(lessons).getAllByRole('listitem')
  expect(items.length).toBeLessThanOrEqual(3)
  expect(items[0]?.textContent).toContain('Ti minutter alene')
  expect(items[0]?.textContent).toContain('Personvern i skole og barnehage')
  expect(items[0]?.textContent).toContain('Fra Datatilsynet')
  expect(items[0]?.textContent).toContain('Uten innlogging')
  expect(within(lessons).getByText(/«Etikk og digital dømmekraft»/)).toBeTruthy()
})

test('a link says that it leaves Peil, opens a new tab and tells the other site nothing', async () => {
  const lessons = await lessonsOf(finished('a', '2026-11-20', weakInEthics))
  expect(within(lessons).getByText(/Lenkene går ut av Peil, åpnes i en ny fane og trenger nett/)).toBeTruthy()
  const outward = within(lessons)
    .getAllByRole('link')
    .filter((link) => link.getAttribute('href')?.startsWith('https://'))
  expect(outward.length).toBeGreaterThan(0)
  for (const link of outward) {
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(link.textContent).toContain('ut av Peil')
  }
})

test('a resource in another language says which', async () => {
  const lessons = await lessonsOf(finished('a', '2026-11-20', weakInEthics), 'en')
  expect(within(lessons).getAllByText(/In Norwegian/).length).toBeGreaterThan(0)
  expect(within(lessons).getByText('Personvern i skole og barnehage').getAttribute('lang')).toBe('nb')
})

test('where little is made for assistants, it is said, with another way', async () => {
  const lessons = await lessonsOf(finished('a', '2026-11-20', weakInLeading))
  expect(lessons.textContent).toContain('Det meste på dette området er laget for lærere.')
  const cards = within(lessons).getByRole('link', { name: 'Se samtalekortene' })
  expect(cards.getAttribute('href')).toBe('/om/samtalekort?sektor=barnehage')
})

/** Somebody in SFO who is at step 2 everywhere, and at the start in one area. */
function sfoStartingIn(area: string): Assessment {
  const modules = ['privacy'] as const
  const instrument = instrumentFor({ sector: 'sfo', modules })
  const at = '2026-11-20T09:00:00.000Z'
  const answers = itemsOf(instrument).map(({ id, version }) => {
    const step = id.startsWith(`sfo.${area}.`) ? 0 : 2
    return [id, { answer: { kind: 'step', step }, version }] as const
  })
  const begun = startAssessment(instrument, { tier: 'practice', modules }, { id: 'a', now: at })
  return { ...begun, finishedAt: at, answers: Object.fromEntries(answers) }
}

test('where nothing is made for SFO, that is said instead of silence', async () => {
  const lessons = await lessonsOf(sfoStartingIn('5'))
  expect(within(lessons).queryByRole('list')).toBeNull()
  expect(lessons.textContent).toContain('Vi kjenner ikke noe som er laget for deg på dette området ennå.')
  expect(within(lessons).getByRole('link', { name: 'Se samtalekortene' }).getAttribute('href')).toBe('/om/samtalekort?sektor=sfo')
})

test('where little is made for SFO, it is said beside what there is', async () => {
  const lessons = await lessonsOf(sfoStartingIn('4'))
  expect(within(lessons).getAllByRole('listitem').length).toBeLessThan(3)
  expect(lessons.textContent).toContain('Det finnes lite som er laget for SFO på dette området.')
})

test('a next step about talking with homes of media comes with the advice of the health authorities', async () => {
  const lessons = await lessonsOf(finished('a', '2026-11-20', weakInMeetingHomes))
  expect(
    within(lessons)
      .getByRole('link', { name: /Råd om skjermbruk/ })
      .getAttribute('href'),
  ).toBe('/om/skjermrad')
})

test('the advice on screens stays away from other steps', async () => {
  const lessons = await lessonsOf(finished('a', '2026-11-20', weakInEthics))
  expect(within(lessons).queryByRole('link', { name: /Råd om skjermbruk/ })).toBeNull()
})
