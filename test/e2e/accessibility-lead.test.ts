import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { type Browser, prepareBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { faultsOf, looker } from '../support/page-faults.ts'

let demo: Demo
const browsers: Browser[] = []

beforeAll(async () => {
  demo = await startDemo()
})

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.remove()))
  await demo.server.remove()
})

/** Leader and owner each have their own. */
async function openBrowser(): Promise<Page> {
  const browser = await prepareBrowser({ reducedMotion: 'reduce' })
  browsers.push(browser)
  return browser.open()
}

/** What can be opened, missed or offered on a part of the profile, so that it is looked at as well. */
const opensOn: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/maal': async (page) => {
    await page.getByRole('button', { name: 'Legg til et mål' }).click()
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await page.getByRole('region', { name: /^Ikke lagret ennå/ }).waitFor()
  },
  '/steg': async (page) => {
    await page.getByRole('button', { name: /^Sett steg for Etikk/ }).click()
    await page.getByRole('radio', { name: 'Ja, de er vedtatt' }).check()
  },
  '/ressurser': async (page) => {
    await page.getByRole('button', { name: 'Legg til en egen ressurs' }).click()
    await page.getByRole('button', { name: 'Legg til', exact: true }).click()
  },
  '/fil': async (page) => {
    await page.getByLabel('Profil', { exact: true }).selectOption('ringsaker')
    await page.getByRole('button', { name: 'Se hva den endrer' }).click()
    await page.getByRole('button', { name: 'Bruk denne' }).waitFor()
  },
}

/** Every part of the profile as it is, and with what it can open. */
async function faultsInProfile(page: Page): Promise<string[]> {
  const { look, faults } = looker(page)
  for (const part of ['', '/maal', '/steg', '/ressurser', '/fil']) {
    await page.goto(`${demo.server.origin}/eier/profil${part}`)
    await page.getByRole('button', { name: 'Lagre', exact: true }).waitFor()
    await look(`profile${part}`)
    await opensOn[part]?.(page)
    await look(`profile${part}, opened`)
  }
  return faults
}

test('no page for leaders and owners breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
  const faults: string[] = []
  for (const [who, link] of [
    ['leader', demo.leader],
    ['owner', demo.owner],
  ] as const) {
    const page = await openBrowser()
    await page.goto(link)
    faults.push(...(await faultsOf(page, `sign-in of the ${who}`)))
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.waitForURL(/enhet|eier/)
    await page.getByRole('table').first().waitFor()
    faults.push(...(await faultsOf(page, who)))
    if (who === 'owner') faults.push(...(await faultsInProfile(page)))
  }
  expect(faults).toEqual([])
})
