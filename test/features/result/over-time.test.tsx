// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import { ResultPage } from '../../../src/features/result/page.tsx'
import { pageDevice, showPage } from '../../support/page.tsx'
import { finished } from './given.ts'

const answers = { '1': [2, 2, 2] } as const

async function showResult(...assessments: readonly Assessment[]): Promise<readonly (string | null)[]> {
  const device = pageDevice()
  await device.database.assessments.bulkAdd(assessments)
  await showPage(<ResultPage device={device} />, '/resultat')
  await screen.findByRole('heading', { level: 1 })
  return screen.queryAllByRole('link').map((link) => link.getAttribute('href'))
}

const earlier = (parts: Partial<Assessment> = {}): Assessment => finished('a', '2025-11-20', answers, parts)
const latest = finished('b', '2026-11-20', answers)

it('a second result has the way to all of them, and to looking back', async () => {
  expect(await showResult(earlier(), latest)).toEqual(expect.arrayContaining(['/resultat/over-tid', '/resultat/tilbakeblikk']))
})

it('a first result has neither', async () => {
  const links = await showResult(latest)
  expect(links).not.toContain('/resultat/over-tid')
  expect(links).not.toContain('/resultat/tilbakeblikk')
})

it.each([
  ['role', { tier: 'teacher' as const }, true],
  ['sector', { sector: 'sfo' as const }, false],
])('another %s does not stand beside, and the page says why', async (_says, parts, looksBack) => {
  const links = await showResult(earlier(parts), latest)
  expect(screen.getByText(/^Forrige gang svarte du i et annet arbeid\./)).toBeTruthy()
  expect(screen.queryByRole('radio', { name: 'Forrige gang' })).toBeNull()
  expect(links.includes('/resultat/tilbakeblikk')).toBe(looksBack)
})
