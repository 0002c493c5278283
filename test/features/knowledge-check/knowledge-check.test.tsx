// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { KnowledgeCheckPage } from '../../../src/features/knowledge-check/page.tsx'
import { finishAssessment, startAssessment } from '../../../src/domain/assessment/assessment.ts'
import { ownPacksIn } from '../../../src/storage/own-packs.ts'
import { keptPack } from '../../support/own-pack.ts'
import { instrumentFor, modulePacks } from '../../../src/instruments/packs.ts'
import { countHoldings } from '../../../src/storage/erase.ts'
import type { Device } from '../../../src/storage/device.ts'
import { pageDevice, showPage } from '../../support/page.tsx'

async function showCheck(at: string, device: Device = pageDevice(), language = 'nb'): Promise<void> {
  const page = (
    <Routes>
      <Route path="kunnskap/:part?" element={<KnowledgeCheckPage device={device} />} />
    </Routes>
  )
  await showPage(page, at, language)
  await screen.findByRole('heading', { level: 1 })
}

test('each question is explained at once, whatever is chosen, and may be tried again', async () => {
  await showCheck('/kunnskap/ai')
  const questions = screen.getAllByRole('group')
  expect(questions).toHaveLength(5)
  const [question] = questions
  const right = modulePacks.ai.check?.[0]?.right ?? -1
  if (question === undefined) throw new Error('no question')
  const options = within(question).getAllByRole('radio')
  const wrong = options[(right + 1) % 3]
  const answer = within(question).getByRole('status')
  expect(answer.textContent).toBe('')
  if (wrong) await userEvent.click(wrong)
  expect(answer.textContent).toMatch(/^Ikke helt\. Svaret er: «.+» .+/)
  if (options[right]) await userEvent.click(options[right])
  expect(answer.textContent).toMatch(/^Det stemmer\. .+/)
})

test('nothing is kept: opened again, every question is open', async () => {
  const device = pageDevice()
  await showCheck('/kunnskap/privacy', device)
  for (const question of screen.getAllByRole('group')) {
    const [option] = within(question).getAllByRole('radio')
    if (option) await userEvent.click(option)
  }
  expect(screen.getByText('Du har svart på alle. Når du lukker siden, er svarene borte.')).toBeTruthy()
  expect(Object.keys(localStorage)).toEqual([])
  expect(new Set(Object.values(await countHoldings(device.database)))).toEqual(new Set([0]))
})

test('without a part there are three to choose from', async () => {
  await showCheck('/kunnskap')
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Personvern og informasjonssikkerhet',
    'Grunnleggende IT',
    'Kunstig intelligens (KI)',
  ])
})

test('an own pack that was answered asks its own questions', async () => {
  const device = pageDevice()
  const { sha256, document } = await keptPack('ai', 'fjordvik-ki')
  const check = [0, 1, 2, 0, 1].map((right, at) => ({ id: `fjordvik-ki.check.${at}`, right }))
  const worded = check.map(({ id }, at) => [id, { question: `Spørsmål ${at}?`, options: ['A', 'B', 'C'], explanation: 'Slik er det.' }])
  const nb = { items: {}, terms: {}, check: Object.fromEntries(worded) as Record<string, never> }
  await ownPacksIn(device.database).put({ sha256, document: { ...document, pack: { ...document.pack, check }, words: { nb } } })
  const now = '2026-11-20T10:00:00.000Z'
  const instrument = instrumentFor({ sector: 'skole', modules: ['ai'] }, [{ sha256, document }])
  const began = startAssessment(instrument, { tier: 'teacher', modules: ['ai'] }, { id: 'own', now })
  await device.database.assessments.add(finishAssessment(began, now))
  await showCheck('/kunnskap/ai', device)
  expect(screen.getByRole('group', { name: '2. Spørsmål 1?' })).toBeTruthy()
  expect(screen.getByText('Spørsmål 1?').lang).toBe('')

  cleanup()
  await showCheck('/kunnskap/ai', device, 'en')
  expect(screen.getByText('Spørsmål 1?').lang, 'read aloud in its own language').toBe('nb')
})
