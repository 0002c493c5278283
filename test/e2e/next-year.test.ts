import { expect, test } from 'vitest'
import type { AnyPage } from '../support/any-browser.ts'
import { faultsOf } from '../support/page-faults.ts'
import { focused, pressAndLeave, tabTo } from '../support/keyboard.ts'
import { answerTheRest, beginAssessment } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'

async function finish(page: AnyPage, step: number): Promise<void> {
  await answerTheRest(page, () => step)
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
}

/** A year ago: everything tried with support, and one goal. */
async function lastYear(page: AnyPage, origin: string): Promise<void> {
  await page.clock.setFixedTime('2025-11-20T09:00:00Z')
  await page.goto(origin)
  await beginAssessment(page, 'Barnehagelærer')
  await finish(page, 1)
  await page.goto(`${origin}/plan`)
  await page.getByRole('textbox', { name: 'Når …' }).fill('vi går på tur')
  await page.getByRole('textbox', { name: 'så …' }).fill('spør jeg barnet først')
  await page.getByRole('button', { name: 'Legg til målet' }).click()
  await page.getByText('Når vi går på tur').waitFor()
}

/** What the table of an area says of its last time. */
async function lastRow(page: AnyPage, area: string): Promise<readonly string[]> {
  const rows = page.getByRole('region', { name: area, exact: true }).getByRole('row')
  await rows.first().waitFor()
  const cells = rows.nth((await rows.count()) - 1).locator('th, td')
  return Promise.all(Array.from({ length: await cells.count() }, (_, at) => cells.nth(at).innerText()))
}

inEveryBrowser(
  (stage) => {
    test('a year later the goals come first, the steps stand beside the last ones, and the person looks back', async () => {
      const page = await stage.browser.open()
      const { origin } = stage.server
      await lastYear(page, origin)

      await page.clock.setFixedTime('2026-11-20T09:00:00Z')
      await page.goto(origin)
      await page.getByText('Ta en ny kartlegging').click()
      await page.getByRole('radio', { name: 'Barnehage', exact: true }).check()
      await page.getByRole('radio', { name: /^Barnehagelærer/ }).check()
      await page.getByRole('button', { name: 'Start kartleggingen' }).click()
      await page.getByRole('heading', { level: 1, name: 'Hvordan gikk det?' }).waitFor()
      const faults = await faultsOf(page, 'goals from last time')
      await tabTo(page, /^Fortsatt i gang/)
      await page.keyboard.press('Enter')
      await expect.poll(() => focused(page)).toMatch(/^Angre/)
      faults.push(...(await faultsOf(page, 'goals from last time, one settled')))
      await tabTo(page, /^Gå til spørsmålene/)
      await pressAndLeave(page, 'Enter')
      await page.getByRole('button', { name: 'Hopp over alt dette' }).click()
      await page.waitForURL(/punkt/)
      await finish(page, 2)
      faults.push(...(await faultsOf(page, 'result beside last year')))

      await tabTo(page, /^Hvor var du forrige gang\?/)
      await pressAndLeave(page, 'Enter')
      await page.getByRole('heading', { level: 1, name: 'Hvor var du forrige gang?' }).waitFor()
      await tabTo(page, /^Fagområder/)
      await page.keyboard.press('Space')
      await tabTo(page, /^Ikke ennå/)
      await page.keyboard.press('Space')
      await page.getByText('Da svarte du «Prøver med støtte». I ettertid sier du «Ikke ennå».').waitFor()
      faults.push(...(await faultsOf(page, 'looking back')))
      await tabTo(page, /^Se utviklingen/)
      await pressAndLeave(page, 'Enter')

      await page.getByRole('heading', { level: 1, name: 'Over tid' }).waitFor()
      expect(await lastRow(page, 'Barnehagen i samfunnet')).toEqual(['20.\u00a0nov.\u00a02026', 'Gjør det på egen hånd', 'Ett steg høyere'])
      expect(await page.locator('.time__then').count(), 'one mark, and one in the explanation of marks').toBe(2)
      faults.push(...(await faultsOf(page, 'history')))

      await page.goto(`${origin}/plan`)
      await page.getByText('Tatt med videre').waitFor()
      expect(await page.getByRole('heading', { name: 'Målene fra sist' }).count()).toBe(0)
      faults.push(...(await faultsOf(page, 'plan of the new year')))
      expect(faults).toEqual([])
      expect(stage.browser.foreignRequests(origin)).toEqual([])
    })
  },
  'file',
  { reducedMotion: 'reduce' },
)
