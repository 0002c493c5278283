import { expect, test } from 'vitest'
import { holdStorage } from '../support/held-storage.ts'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'
import { makeBackup, openBackup, rowsOf } from '../support/taken-along.ts'

type Holding = { letGo?: () => Promise<void> }

inEveryBrowser((stage) => {
  test('what another page keeps from the storage is said aloud, changes nothing, and goes through once it is free', async () => {
    const { browser, server } = stage
    const { origin } = server
    const page = await browser.open()
    await page.goto(origin)
    await beginAssessment(page, 'Barnehagelærer')
    await answerQuestion(page, 'Ikke ennå')
    const { file, words } = await makeBackup(page, browser, origin)
    const [begun] = await rowsOf(page)
    await page.goto(`${origin}/mine-data`)
    await page.getByRole('button', { name: 'Slett alt' }).click()
    await page.getByRole('button', { name: 'Ja, slett alt' }).click()
    await page.waitForURL(({ pathname }) => pathname === '/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await openBackup(page, origin, file, words)

    // No page of Peil: it would be kept waiting too.
    const other = await browser.openAnother()
    await other.goto(`${origin}/icon.svg`)
    await other.evaluate(`(${String(holdStorage)})('peil').then((letGo) => { globalThis.letGo = letGo })`)
    await page.getByRole('button', { name: 'Hent inn', exact: true }).click()
    await page.getByRole('alert').getByText('Lageret på enheten svarer ikke. Ingenting er endret.').waitFor()

    await other.evaluate(() => (globalThis as Holding).letGo?.())
    expect(await rowsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Hent inn', exact: true }).click()
    await page.getByRole('heading', { name: 'Kopien er hentet inn' }).waitFor()
    expect(await rowsOf(page)).toEqual([begun])
  })
})
