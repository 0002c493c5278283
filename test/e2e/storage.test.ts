import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { answerQuestion, beginAssessment, goOn } from '../support/staff.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage('test')

/** A tab of the same site without the app in it. */
async function bareTab(): Promise<Page> {
  const page = await stage.browser.context().newPage()
  await page.goto(`${stage.server.origin}/robots.txt`)
  return page
}

/** Opens the database as another Peil would, older or newer, and holds on to it. */
async function openAs(page: Page, version: number): Promise<void> {
  await page.evaluate(
    (asked) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('peil', asked)
        opening.onerror = () => {
          reject(new Error(opening.error?.message))
        }
        opening.onsuccess = () => {
          resolve()
        }
      }),
    version,
  )
}

const choice = (page: Page) => page.getByRole('radio', { name: /^Prøver med støtte/ })

test('when a newer Peil in another tab takes the database, that is said, and the answer being given survives the reload', async () => {
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  await beginAssessment(page, 'Barnehagelærer')
  await answerQuestion(page, 'Velger med begrunnelse')
  await goOn(page)
  await openAs(await bareTab(), 1000)
  await page.getByRole('alert').getByText('En nyere Peil er åpen i en annen fane.').waitFor()
  await choice(page).check()
  await page.getByRole('alert').getByText('Svaret er ikke lagret.').waitFor()
  const address = page.url()
  await page.getByRole('button', { name: 'Last inn på nytt, og ta svaret med' }).click()
  await expect.poll(() => choice(page).isChecked()).toBe(true)
  expect(page.url()).toBe(address)
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.reload()
  await expect.poll(() => choice(page).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Forrige' }).click()
  await expect.poll(() => page.getByRole('radio', { name: /^Velger med begrunnelse/ }).isChecked()).toBe(true)
})

test('when an older Peil in another tab holds the database back, the person is told which tab to close', async () => {
  const page = await stage.browser.open()
  const older = await bareTab()
  await openAs(older, 10)
  await page.goto(stage.server.origin)
  await page.getByRole('alert').getByText('En eldre Peil er åpen i en annen fane eller som app. Lukk den, og prøv igjen.').waitFor()
  await older.close()
  await page.getByRole('button', { name: 'Prøv igjen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Finn ut hvor du står' }).waitFor()
})

test('when the browser really has no room left, that is said at the start and at an answer, which is kept once there is room', async () => {
  const { origin } = stage.server
  const full = async (page: Page): Promise<() => Promise<unknown>> => {
    const browser = await page.context().newCDPSession(page)
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    return () => browser.send('Storage.overrideQuotaForOrigin', { origin })
  }
  const page = await stage.browser.open()
  const makeRoom = await full(page)
  await page.goto(`${origin}/kartlegging/ny?sector=barnehage&role=leader`)
  await page.getByRole('alert').getByText('Det er ikke plass til mer på denne enheten. Det siste er ikke lagret.').waitFor()
  await makeRoom()
  await page.getByRole('button', { name: 'Prøv igjen' }).click()
  await page.getByRole('button', { name: 'Hopp over alt dette' }).click()
  await choice(page).waitFor()

  // A browser goes by what it measured a while ago, unless it has just been started.
  await stage.browser.close()
  const again = await stage.browser.open()
  const makeRoomAgain = await full(again)
  await again.goto(`${origin}/kartlegging`)
  await choice(again).check()
  await again.getByRole('alert').getByText('Svaret er ikke lagret. Det er ikke plass til mer på denne enheten.').waitFor()
  expect(await choice(again).isChecked()).toBe(true)
  await makeRoomAgain()
  await again.getByRole('button', { name: 'Prøv å lagre igjen' }).click()
  await again.getByRole('status').getByText('Lagret', { exact: false }).waitFor()
  await again.reload()
  await expect.poll(() => choice(again).isChecked()).toBe(true)
})

test('when the browser empties the storage under a question, nobody is told that the answer is saved', async () => {
  const page = await stage.browser.open()
  const { origin } = stage.server
  await page.goto(origin)
  await beginAssessment(page, 'Styrer')
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await choice(page).click()
  await page.getByRole('alert').getByText('Svaret er ikke lagret. Kartleggingen er slettet fra denne enheten').waitFor()
  expect(await page.getByText('Lagret på denne enheten').count()).toBe(0)
})

test('two tabs that answer at the same time keep both answers', async () => {
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  await beginAssessment(page, 'Styrer')
  const other = await stage.browser.context().newPage()
  await other.goto(`${stage.server.origin}/kartlegging`)
  await choice(other).waitFor()
  await other.getByRole('button', { name: 'Neste' }).click()
  await other.getByText('Spørsmål 2 av 3').waitFor()
  await Promise.all([answerQuestion(page, 'Prøver med støtte'), answerQuestion(other, 'Velger med begrunnelse')])
  await other.getByRole('button', { name: 'Forrige' }).click()
  await expect.poll(() => choice(other).isChecked()).toBe(true)
  await goOn(page)
  await expect.poll(() => page.getByRole('radio', { name: /^Velger med begrunnelse/ }).isChecked()).toBe(true)
})
