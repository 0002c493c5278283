import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { setStage } from '../support/stage.ts'

const stage = setStage()

/** What has the focus, by the name that a screen reader says. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const labels = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
    const named = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : ''
    return (named || element?.getAttribute('aria-label') || label || (element?.textContent ?? '')).replace(/\s+/g, ' ').trim()
  })
}

/** Tabs on until the focus stands on something with this name, as a person without a pointer does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = []
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (name.test(now)) return
    seen.push(now)
  }
  throw new Error(`never reached ${String(name)}; passed ${seen.join(' | ')}`)
}

async function pressAndLeave(page: Page, key: string): Promise<void> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForURL((url) => url.href !== before)
}

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
