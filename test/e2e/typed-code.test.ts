import { expect, test } from 'vitest'
import { untilReadyOffline } from '../support/browser.ts'
import { openRound } from '../support/open-round.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage()

/** The same code with one character misread. */
function misread(code: string): string {
  return `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
}

test('a code typed without a network is checked at once, kept, and used when the network is back', async () => {
  const { opened } = await openRound(stage.server)
  const code = opened.units.find(({ unit }) => unit === 'solstrala')?.codes[0] ?? ''
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  await untilReadyOffline(page)
  await page.goto(opened.link)
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Høst 2026' }).waitFor()

  await stage.server.kill()
  await page.getByLabel('Enhet').selectOption({ label: 'Solstråla barnehage' })
  await page.getByLabel('Koden på lappen').fill(misread(code))
  await page.getByRole('button', { name: 'Gå videre' }).click()
  await page.getByText('Ett eller flere tegn er feil. Se på lappen en gang til.').waitFor()

  await page.getByLabel('Koden på lappen').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Gå videre' }).click()
  await page.getByRole('button', { name: 'Legg lappen klar' }).click()
  await page.getByRole('heading', { name: 'Henter plassen din' }).waitFor()

  await stage.server.start()
  await page.goto(`${stage.server.origin}/bidra`)
  await page.getByRole('heading', { level: 1, name: 'Plassen din er hentet' }).waitFor()
  expect(stage.browser.foreignRequests(stage.server.origin)).toEqual([])
})
