import { expect, test } from 'vitest'
import { beginAssessment } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'

inEveryBrowser((stage) => {
  test('a full disk is said aloud, the answer stays on the screen, and is kept once there is room', async () => {
    const page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Styrer')
    await page.evaluate(() => {
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
      const full = (): never => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
      Object.defineProperty(IDBObjectStore.prototype, 'put', { configurable: true, value: full })
      addEventListener('room', () => put && Object.defineProperty(IDBObjectStore.prototype, 'put', put))
    })
    const answer = page.getByRole('radio', { name: /^Prøver med støtte/ })
    await answer.check()
    await page.getByRole('alert').getByText('Svaret er ikke lagret. Det er ikke plass til mer på denne enheten.').waitFor()
    expect(await answer.isChecked()).toBe(true)
    expect(await page.getByText('Lagret på denne enheten').isVisible()).toBe(false)

    await page.evaluate(() => dispatchEvent(new Event('room')))
    await page.getByRole('button', { name: 'Prøv å lagre igjen' }).click()
    await page.getByRole('status').getByText('Lagret', { exact: false }).waitFor()
    await page.reload()
    expect(await page.getByRole('radio', { name: /^Prøver med støtte/ }).isChecked()).toBe(true)
  })
}, 'test')

inEveryBrowser(
  (stage) => {
    test('a browser that keeps nothing is said so, instead of a form that forgets', async () => {
      const page = await stage.browser.open()
      await page.goto(stage.server.origin)
      await page.getByRole('heading', { level: 1, name: 'Peil får ikke åpnet lageret på denne enheten' }).waitFor()
    })
  },
  'file',
  { storage: 'refused' },
)
