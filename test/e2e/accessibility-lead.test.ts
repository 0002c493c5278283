import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { setDemoStage } from '../support/demo-stage.ts'
import { faultsOf, looker } from '../support/page-faults.ts'

const stage = setDemoStage()

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
    await page.goto(`${stage.demo.server.origin}/eier/profil${part}`)
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
    ['leader', stage.demo.leader],
    ['owner', stage.demo.owner],
  ] as const) {
    // Leader and owner each have their own.
    const page = await stage.openPage()
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
