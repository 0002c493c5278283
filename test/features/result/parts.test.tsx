// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import { ResultPage } from '../../../src/features/result/page.tsx'
import { corePacks } from '../../../src/instruments/packs.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { finished } from './given.ts'

const areas = { '1': [3, 3, 3], '2': [2, 2, 2], '3': [2, 2, 2], '4': [2, 2, 2], '5': [2, 2, 2], '6': [2, 2, 2], '7': [2, 2, 2] } as const

async function showResult(assessment: Assessment): Promise<void> {
  const device = pageDevice()
  await device.database.assessments.add(assessment)
  await showPage(<ResultPage device={device} />, '/resultat')
  await screen.findByRole('heading', { level: 1 })
}

const wide = finished(
  'a',
  '2026-11-20',
  { ...areas, privacy: [2, 2, 2, 2], 'basic-it': [0, 1, 1, 1, 1], conditions: [0, 0, 0, 0, 'skip'] },
  { modules: ['privacy', 'basic-it', 'conditions'] },
)

test('basic IT stands by itself, never among the areas', async () => {
  await showResult(wide)
  const apart = within(screen.getByRole('region', { name: 'Grunnleggende IT' }))
  expect(apart.getByText(/^Grunnleggende IT har sin egen skala/)).toBeTruthy()
  expect(apart.getByText('Prøver med støtte')).toBeTruthy()
  expect(within(screen.getByRole('region', { name: 'De sju områdene' })).queryByText('Grunnleggende IT')).toBeNull()
})

test('conditions at work are told in the words that were chosen, without a step, and are nobody’s next step', async () => {
  await showResult(wide)
  const conditions = within(screen.getByRole('region', { name: 'Vilkår på arbeidsplassen' }))
  expect(conditions.getByText(/^Dette handler om arbeidsplassen, ikke om deg/)).toBeTruthy()
  expect(conditions.getAllByRole('term')).toHaveLength(4)
  expect(conditions.queryByText('Ikke ennå')).toBeNull()
  const next = within(screen.getByRole('region', { name: 'Det viktigste' }))
  expect(next.queryByRole('heading', { name: 'Vilkår på arbeidsplassen' })).toBeNull()
  await userEvent.click(screen.getByText('Det samme som tekst'))
  expect(within(screen.getByRole('table', { name: 'Steg per område' })).queryByText('Vilkår på arbeidsplassen')).toBeNull()
})

test('what was not taken along is offered, and each knowledge check of what was', async () => {
  await showResult(wide)
  const onward = within(screen.getByRole('region', { name: 'Mer, hvis du vil' }))
  expect(onward.getByRole('link', { name: /^Ta med flere deler/ }).textContent).toMatch(/Kunstig intelligens \(KI\) og Skjermbruk/)
  const ways = onward.getAllByRole('link').map((link) => link.getAttribute('href'))
  const [story] = corePacks.barnehage.vignettes ?? []
  expect(ways).toEqual(['/kartlegging/deler', `/kartlegging/fortelling/${story?.id ?? ''}`, '/kunnskap/privacy', '/kunnskap/basic-it'])
})

test('the stories are shown beside where Peil placed them, and never change a step', async () => {
  const [first, second] = corePacks.barnehage.vignettes ?? []
  if (first === undefined || second === undefined) throw new Error('there are two stories')
  const other = first.step === 0 ? 1 : 0
  const plain = finished('a', '2026-11-20', areas)
  await showResult({ ...plain, vignettes: { [first.id]: other, [second.id]: second.step } })
  const fold = screen.getByText('Fortellingene du leste').closest('details')
  if (fold === null) throw new Error('no fold')
  expect(within(fold).getByText(/^Du valgte: .+ Vi valgte: .+/)).toBeTruthy()
  expect(within(fold).getByText(/^Du og vi valgte det samme: .+/)).toBeTruthy()
  const area = screen.getByRole('heading', { level: 3, name: 'Fagområder, lek og skapende arbeid' }).closest('.steps__row')
  expect(area?.textContent).toContain('Velger med begrunnelse')
})

test('without stories read there is no word about them', async () => {
  await showResult(finished('a', '2026-11-20', areas))
  expect(screen.queryByText('Fortellingene du leste')).toBeNull()
})
