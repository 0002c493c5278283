// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { KnowledgeCheckPage } from '../../../src/features/knowledge-check/page.tsx'
import { modulePacks } from '../../../src/instruments/packs.ts'
import { showPage } from '../../support/page.tsx'

async function showCheck(at: string): Promise<void> {
  const page = (
    <Routes>
      <Route path="kunnskap/:part?" element={<KnowledgeCheckPage />} />
    </Routes>
  )
  await showPage(page, at)
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
  await showCheck('/kunnskap/privacy')
  for (const question of screen.getAllByRole('group')) {
    const [option] = within(question).getAllByRole('radio')
    if (option) await userEvent.click(option)
  }
  expect(screen.getByText('Du har svart på alle. Når du lukker siden, er svarene borte.')).toBeTruthy()
  expect(Object.keys(localStorage)).toEqual([])
  expect(await indexedDB.databases()).toEqual([])
})

test('without a part there are three to choose from', async () => {
  await showCheck('/kunnskap')
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Personvern og informasjonssikkerhet',
    'Grunnleggende IT',
    'Kunstig intelligens (KI)',
  ])
})
