import { expect, test } from 'vitest'
import type { AnyPage } from '../support/any-browser.ts'
import { answerQuestion, beginAssessment, goOn, leaveBy } from '../support/staff.ts'
import { whereStorageFails } from '../support/stage.ts'

const choice = (page: AnyPage) => page.getByRole('radio', { name: /^Prøver med støtte/ })
const alarm = (page: AnyPage) => page.getByRole('alert')

/** Until what the page has begun to read is read: who writes waits for those who read. */
async function untilRead(page: AnyPage): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('peil')
        opening.onsuccess = () => {
          const { result: database } = opening
          database.transaction([...database.objectStoreNames], 'readwrite').oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
  )
}

whereStorageFails((stage, heals) => {
  test('when the browser loses the database in the middle of a question, the answer is kept or taken along', async () => {
    const page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Barnehagelærer')
    await answerQuestion(page, 'Velger med begrunnelse')
    await goOn(page)
    await stage.browser.loseConnections()
    await choice(page).click()
    if (heals === 'new page') {
      await alarm(page).getByText('Svaret er ikke lagret.').waitFor()
      expect(await choice(page).isChecked()).toBe(true)
      expect(await page.getByText('Lagret på denne enheten').count()).toBe(0)
      await page.getByRole('button', { name: 'Last inn på nytt, og ta svaret med' }).click()
      await alarm(page).waitFor({ state: 'detached' })
    } else await page.getByRole('status').getByText('Lagret', { exact: false }).waitFor()
    await page.reload()
    await page.getByRole('radio', { name: /^Prøver med støtte/, checked: true }).waitFor()
    expect(await alarm(page).count()).toBe(0)
    await leaveBy(page, () => page.getByRole('button', { name: 'Forrige' }).click())
    await page.getByRole('radio', { name: /^Velger med begrunnelse/, checked: true }).waitFor()
  })

  test('a page that is opened when the connection is lost is shown over a new one, or says what to do, and that helps', async () => {
    const page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Barnehagelærer')
    await answerQuestion(page, 'Velger med begrunnelse')
    await stage.browser.loseConnections()
    await page.getByRole('link', { name: 'Ta pause' }).click()
    if (heals === 'new page') {
      await alarm(page).getByText('Peil får ikke åpnet lageret på denne enheten').waitFor()
      await page.getByRole('button', { name: 'Prøv igjen' }).click()
    }
    await page.getByRole('heading', { level: 1, name: 'Hei igjen' }).waitFor()
    expect(await alarm(page).count()).toBe(0)
    await page.getByRole('link', { name: 'Fortsett' }).click()
    await page.getByText('Spørsmål 2 av 3').waitFor()
    await page.getByRole('button', { name: 'Forrige' }).click()
    await page.getByRole('radio', { name: /^Velger med begrunnelse/, checked: true }).waitFor()
  })

  test('when the browser empties the storage under a question, nobody is told that the answer is saved', async () => {
    const page = await stage.browser.open()
    const { origin } = stage.server
    await page.goto(origin)
    await beginAssessment(page, 'Styrer')
    await untilRead(page)
    await stage.browser.emptyStorage(origin)
    await choice(page).click()
    await page.getByRole('alert').getByText('Svaret er ikke lagret. Kartleggingen er slettet fra denne enheten').waitFor()
    expect(await page.getByText('Lagret på denne enheten').count()).toBe(0)
  })
})
