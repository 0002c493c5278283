import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { AnyBrowser, AnyPage } from '../support/any-browser.ts'
import { answerQuestion, beginAssessment, goOn } from '../support/staff.ts'
import { type Stage, inEveryBrowser, setStage } from '../support/stage.ts'

/** A tab of the same site without the app in it. */
async function bareTab({ browser, server }: Stage<AnyBrowser>): Promise<AnyPage> {
  const page = await browser.openAnother()
  await page.goto(`${server.origin}/icon.svg`)
  return page
}

/** Opens the database as another Peil would, older or newer, and holds on to it. */
async function openAs(page: AnyPage, version: number): Promise<void> {
  await page.evaluate(
    (asked) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('peil', asked)
        opening.onerror = () => {
          reject(new Error(opening.error?.message))
        }
        opening.onsuccess = () => {
          Object.assign(globalThis, { letGo: () => opening.result.close() })
          resolve()
        }
      }),
    version,
  )
}

/** As when the tab is closed. */
async function letGo(page: AnyPage): Promise<void> {
  await page.evaluate('letGo()')
}

const here = (page: AnyPage): Promise<string> => page.evaluate(() => location.href)
const chosen = (page: AnyPage, step: string) => page.getByRole('radio', { name: new RegExp(`^${step}`), checked: true }).waitFor()
const choice = (page: AnyPage) => page.getByRole('radio', { name: /^Prøver med støtte/ })

inEveryBrowser((stage) => {
  test('when a newer Peil in another tab takes the database, that is said, and the answer being given survives the reload', async () => {
    const page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Barnehagelærer')
    await answerQuestion(page, 'Velger med begrunnelse')
    await goOn(page)
    await openAs(await bareTab(stage), 1000)
    await page.getByRole('alert').getByText('En nyere Peil er åpen i en annen fane.').waitFor()
    await choice(page).check()
    await page.getByRole('alert').getByText('Svaret er ikke lagret.').waitFor()
    const address = await here(page)
    await page.getByRole('button', { name: 'Last inn på nytt, og ta svaret med' }).click()
    await page.getByRole('alert').first().waitFor({ state: 'detached' })
    await chosen(page, 'Prøver med støtte')
    expect(await here(page)).toBe(address)
    await page.reload()
    await chosen(page, 'Prøver med støtte')
    await page.getByRole('button', { name: 'Forrige' }).click()
    await chosen(page, 'Velger med begrunnelse')
  })

  test('when an older Peil in another tab holds the database back, the person is told which tab to close', async () => {
    const page = await stage.browser.open()
    const older = await bareTab(stage)
    await openAs(older, 10)
    await page.goto(stage.server.origin)
    await page.getByRole('alert').getByText('En eldre Peil er åpen i en annen fane eller som app. Lukk den, og prøv igjen.').waitFor()
    await letGo(older)
    await page.getByRole('button', { name: 'Prøv igjen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Finn ut hvor du står' }).waitFor()
  })

  test('two tabs that answer at the same time keep both answers', async () => {
    const page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Styrer')
    const other = await stage.browser.openAnother()
    await other.goto(`${stage.server.origin}/kartlegging`)
    await choice(other).waitFor()
    await other.getByRole('button', { name: 'Neste' }).click()
    await other.getByText('Spørsmål 2 av 3').waitFor()
    await Promise.all([answerQuestion(page, 'Prøver med støtte'), answerQuestion(other, 'Velger med begrunnelse')])
    await other.getByRole('button', { name: 'Forrige' }).click()
    await chosen(other, 'Prøver med støtte')
    await goOn(page)
    await chosen(page, 'Velger med begrunnelse')
  })
}, 'test')

describe('Chromium, whose room can be taken', () => {
  const stage = setStage('test')

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
    await page.getByRole('heading', { level: 1, name: 'Hvor tror du at du er?' }).waitFor({ state: 'detached' })
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
    await chosen(again, 'Prøver med støtte')
  })
})
