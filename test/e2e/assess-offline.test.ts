import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { untilReadyOffline } from '../support/browser.ts'
import { answerQuestion, answerTheRest, beginAssessment, goOn } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'

inEveryBrowser((stage) => {
  test('a person assesses themselves from start to plan with the server gone, over restarts and a change of language', async () => {
    let page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await untilReadyOffline(page)
    await stage.server.kill()

    await stage.browser.close()
    page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Assistent eller fagarbeider')
    for (const step of ['Prøver med støtte', 'Gjør det på egen hånd', 'Gjør det på egen hånd']) {
      await answerQuestion(page, step)
      await goOn(page)
    }
    await page.getByRole('link', { name: 'Ta pause' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hei igjen' }).waitFor()

    await stage.browser.close()
    page = await stage.browser.open()
    await page.goto(`${stage.server.origin}/om`)
    await page.getByRole('heading', { level: 1 }).waitFor()

    await page.goto(stage.server.origin)
    await page.getByRole('link', { name: 'Fortsett' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hvor sikker er du på svarene dine her?' }).waitFor()
    await page.getByRole('radio', { name: /^Sikker/ }).check()
    await goOn(page)

    await answerQuestion(page, 'Velger med begrunnelse')
    const question = await page.evaluate(() => location.href)
    await page.goto(stage.server.origin)
    await page.getByLabel('Språk').selectOption('en')
    await page.getByRole('heading', { level: 1, name: 'Hello again' }).waitFor()
    await page.goto(question)
    await page.reload()
    await page.getByRole('radio', { name: /^Choosing with reasons/, checked: true }).waitFor()
    await page.goto(stage.server.origin)
    await page.getByLabel('Language').selectOption('nb')
    await page.getByRole('heading', { level: 1, name: 'Hei igjen' }).waitFor()
    await page.goto(question)
    await goOn(page)

    expect(await answerTheRest(page, (at) => at % 5)).toBe(25 - 4)
    await page.getByText('Du har tatt stilling til 25 av 25 spørsmål.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Se resultatet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
    expect(await page.getByText('Dette er din egen vurdering, ikke en måling', { exact: false }).isVisible()).toBe(true)
    const saved = await stage.browser.saving(() => page.getByRole('button', { name: 'Lagre som tabell (CSV)' }).click())
    expect(await readFile(saved, 'utf8')).toContain('Fagområder, lek og skapende arbeid')

    await page
      .getByRole('button', { name: 'Legg i planen' })
      .or(page.getByRole('link', { name: 'Legg i planen' }))
      .click()
    await page.getByLabel('Når …').fill('vi planlegger uka')
    await page.getByRole('button', { name: 'Legg til målet' }).click()
    await page.getByText('Målet er lagt til.').waitFor()
    await stage.browser.close()
    page = await stage.browser.open()
    await page.goto(`${stage.server.origin}/plan`)
    await page.getByText('vi planlegger uka').first().waitFor()
    expect(stage.browser.foreignRequests(stage.server.origin)).toEqual([])
  })
})
