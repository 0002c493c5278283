import { expect, test } from 'vitest'
import { focused, pressAndLeave, tabTo } from '../support/keyboard.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage()

test('a person goes from the start to the result with the keyboard alone', async () => {
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  await page.getByRole('heading', { level: 1, name: 'Finn ut hvor du står' }).waitFor()

  await tabTo(page, /^Barnehage/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Assistent eller fagarbeider/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Start kartleggingen/)
  await pressAndLeave(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Hvor tror du at du er?' }).waitFor()
  await tabTo(page, /^Hopp over alt dette/)
  await pressAndLeave(page, 'Enter')

  let questions = 0
  while (!new URL(page.url()).pathname.endsWith('/slutt')) {
    const isQuestion = new URL(page.url()).pathname.startsWith('/kartlegging/punkt/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await tabTo(page, isQuestion ? /^Ikke ennå/ : /^Usikker/)
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toMatch(isQuestion ? /^Prøver med støtte/ : /^Ganske sikker/)
    await tabTo(page, /^Neste/)
    await pressAndLeave(page, 'Enter')
    questions += isQuestion ? 1 : 0
  }
  expect(questions).toBe(25)
  await tabTo(page, /^Se resultatet/)
  await pressAndLeave(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
})
