import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage()

test('a browser that died in the middle of a write, and once more after that, still has every answer', async () => {
  const { browser, server } = stage
  let page = await browser.open()
  await page.goto(server.origin)
  await beginAssessment(page, 'Barnehagelærer')
  await answerQuestion(page, 'Ikke ennå')
  const question = page.url()
  await browser.kill()
  await browser.tearLastWrite(server.origin)

  for (const [before, then] of [
    ['Ikke ennå', 'Velger med begrunnelse'],
    ['Velger med begrunnelse', 'Ikke ennå'],
  ] as const) {
    page = await browser.open()
    await page.goto(question)
    await page.getByRole('radio', { name: new RegExp(`^${before}`), checked: true }).waitFor()
    await answerQuestion(page, then)
    await browser.kill()
  }
})

test('the log is begun anew after a browser that died with Peil in sight, and not when Peil was out of sight', async () => {
  const { browser, server } = stage
  const open = async (): Promise<{ page: Page; logs: readonly string[] }> => {
    const page = await browser.open()
    await page.goto(server.origin)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, logs: await browser.logs(server.origin) }
  }
  const { page, logs } = await open()
  await page.evaluate(async () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('peil')
      opening.onsuccess = () => {
        opening.result.transaction('settings', 'readwrite').oncomplete = () => {
          opening.result.close()
          resolve()
        }
      }
    })
  })
  await browser.kill()
  const { logs: after } = await open()
  expect(after).toEqual(logs)
  await browser.kill()
  expect((await open()).logs).not.toEqual(logs)
})
