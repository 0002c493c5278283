import type { AnyPage } from './any-browser.ts'
import { violationsOn } from './axe.ts'

/** Runs in the page: fields with letters so small that a telephone or tablet zooms in on them, and does not zoom out again. */
function smallFields(): string[] {
  const fields = [...document.querySelectorAll('input:not([type=radio], [type=checkbox], [type=file]), select, textarea')]
  return fields.filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16).map((field) => field.outerHTML.slice(0, 80))
}

/** What is wrong with the page as it stands: axe in both schemes, and at 320 px and with large text whether it still fits. */
export async function faultsOf(page: AnyPage, name: string): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  const faults = (await page.evaluate(smallFields)).map((field) => `${name}: small letters in ${field}`)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    faults.push(...(await violationsOn(page)).map((each) => `${name}, ${colorScheme}: ${each}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  for (const [look, size] of [
    ['at 320 px', { width: 320, height: 640 }],
    ['with text twice as large', { width: 640, height: 900 }],
    ['with text twice as large in half a window', { width: 410, height: 820 }],
  ] as const) {
    await page.setViewportSize(size)
    if (look.startsWith('with')) await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wider > 0) faults.push(`${name}, ${look}: ${wider} px wider than the screen`)
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await page.setViewportSize({ width: 810, height: 1080 })
  return faults
}

/** Looks at one page after the other, and collects what is wrong with each. */
export function looker(page: AnyPage): { look: (name: string) => Promise<void>; faults: string[] } {
  const faults: string[] = []
  return { faults, look: async (name) => void faults.push(...(await faultsOf(page, name))) }
}
