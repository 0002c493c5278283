import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { violationsOn } from '../support/axe.ts'
import { type Browser, prepareBrowser } from '../support/browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { answerTheRest, beginAssessment } from '../support/staff.ts'

let demo: Demo
const browsers: Browser[] = []

beforeAll(async () => {
  demo = await startDemo()
})

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.remove()))
  await demo.server.remove()
})

/** Without motion, so that no colour is looked at halfway. */
async function openBrowser(): Promise<Page> {
  const browser = await prepareBrowser({ reducedMotion: 'reduce' })
  browsers.push(browser)
  return browser.open()
}

/** What is wrong with the page as it stands: axe in both schemes, and at 320 px and with large text whether it still fits. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    faults.push(...(await violationsOn(page)).map((each) => `${name}, ${colorScheme}: ${each}`))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  for (const [look, size] of [
    ['at 320 px', { width: 320, height: 640 }],
    ['with text twice as large', { width: 640, height: 900 }],
  ] as const) {
    await page.setViewportSize(size)
    if (size.width === 640) await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wider > 0) faults.push(`${name}, ${look}: ${wider} px wider than the screen`)
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await page.setViewportSize({ width: 810, height: 1080 })
  return faults
}

/** Looks at one page after the other, and collects what is wrong with each. */
function looker(page: Page): { look: (name: string) => Promise<void>; faults: string[] } {
  const faults: string[] = []
  return { faults, look: async (name) => void faults.push(...(await faultsOf(page, name))) }
}

test('no page outside the questions breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
  const page = await openBrowser()
  const { look, faults } = looker(page)
  const about = ['/om', '/om/instrumentet', '/om/samtalekort', '/om/skjermrad']
  for (const path of ['/', ...about, '/kunnskap', '/kartlegging', '/mine-data', '/resultat', '/plan', '/bidra', '/r', '/finnes-ikke']) {
    await page.goto(demo.server.origin + path)
    await look(path)
  }
  await page.goto(demo.server.origin)
  await page.getByRole('radio', { name: 'Skole' }).check()
  await page.getByRole('radio', { name: 'Rektor' }).check()
  await page.getByText('Velg flere deler').click()
  await look('start with every choice open')
  await page.goto(`${demo.server.origin}/kunnskap/ai`)
  await page.getByRole('radio').first().check()
  await look('knowledge check with an answer')
  expect(faults).toEqual([])
})

test('no page of an assessment breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
  const page = await openBrowser()
  const { origin } = demo.server
  const { look, faults } = looker(page)
  await page.goto(origin)
  await beginAssessment(page, 'Barnehagelærer')
  await page.getByText('Et eksempel').click()
  await page.getByText('Egen merknad').first().click()
  await look('question with example and note')
  await page.goto(`${origin}/kartlegging/forventning`)
  await look('prediction')
  await page.goto(`${origin}/kartlegging/omraade/1`)
  await look('confidence')
  await page.goto(origin)
  await look('start, under way')
  await page.goto(`${origin}/kartlegging`)
  await page.waitForURL(/punkt|omraade/)
  await answerTheRest(page, (at) => at % 4)
  await look('end of the questions')
  await page.getByRole('link', { name: /^Flere deler/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Ta med flere deler' }).waitFor()
  await look('more parts')
  await page.getByRole('checkbox', { name: /^Grunnleggende IT/ }).check()
  await page.getByRole('checkbox', { name: /^Vilkår/ }).check()
  await page.getByRole('button', { name: 'Svar på disse' }).click()
  await page.waitForURL(/punkt/)
  await answerTheRest(page, (at) => at % 4)
  await page.getByRole('link', { name: /^To små fortellinger/ }).click()
  await page.waitForURL(/fortelling/)
  await page.getByRole('radio', { name: /^Prøver med støtte/ }).check()
  await look('story')
  await page.goto(`${origin}/kartlegging/slutt`)
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
  await page.getByText('Fortellingene du leste').click()
  await look('result with basic IT, conditions and a story')
  await page
    .getByRole('button', { name: 'Legg i planen' })
    .or(page.getByRole('link', { name: 'Legg i planen' }))
    .click()
  await page.waitForURL(/plan/)
  await look('plan')
  expect(faults).toEqual([])
})

test('no page of a contribution breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
  const page = await openBrowser()
  const { origin } = demo.server
  const { look, faults } = looker(page)
  await page.goto(demo.staff)
  await look('slip in a tab')
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByRole('button', { name: 'Hent plassen min' }).waitFor()
  await look('slip')
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plassen din er hentet' }).waitFor()
  await look('place held')
  await page.goto(origin)
  await beginAssessment(page, 'Barnehagelærer')
  await answerTheRest(page, (at) => at % 4)
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
  await look('result with targets')
  await page.goto(`${origin}/bidra`)
  await page.getByText('Se nøyaktig hva som sendes').waitFor()
  await look('offer')
  await page.getByRole('button', { name: 'Bidra', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Bidraget ditt' }).waitFor()
  await look('status')
  expect(faults).toEqual([])
})

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
