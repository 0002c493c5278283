import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import { expect, test } from 'vitest'
import { untilReadyOffline } from '../support/browser.ts'
import { answerQuestion, beginAssessment, goOn } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'
import type { ServerProcess } from '../support/server-process.ts'

/** The same server, behind an address where a newer service worker can appear. */
async function newerLater(server: ServerProcess): Promise<{ origin: string; publish: () => void; proxy: Server }> {
  let published = false
  const proxy = createServer((request, reply) => {
    const path = request.url ?? '/'
    void fetch(server.origin + path).then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer())
      reply.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '', 'cache-control': 'no-cache' })
      reply.end(published && path === '/sw.js' ? Buffer.concat([body, Buffer.from('\n// newer\n')]) : body)
    })
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  return { origin: `http://localhost:${address.port}`, proxy, publish: () => (published = true) }
}

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

  test('a newer version waits while a question is answered, and is offered between questions', async () => {
    const { origin, publish, proxy } = await newerLater(stage.server)
    try {
      const page = await stage.browser.open()
      await page.goto(origin)
      await untilReadyOffline(page)
      await beginAssessment(page, 'Barnehagelærer')
      await answerQuestion(page, 'Velger med begrunnelse')
      publish()
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready
        await registration.update()
        while (registration.waiting === null)
          await new Promise((resolve) => registration.installing?.addEventListener('statechange', resolve))
      })
      const offer = page.getByRole('button', { name: 'Bytt til den nå' })
      expect(await offer.isVisible()).toBe(false)
      await goOn(page)
      expect(await offer.isVisible()).toBe(false)

      await page.getByRole('link', { name: 'Ta pause' }).click()
      await offer.click()
      await page.getByRole('heading', { level: 1, name: 'Hei igjen' }).waitFor()
      await page.getByRole('link', { name: 'Fortsett' }).click()
      await page.getByText('Spørsmål 2 av 3').waitFor()
      await page
        .getByRole('link', { name: 'Forrige' })
        .or(page.getByRole('button', { name: 'Forrige' }))
        .click()
      expect(await page.getByRole('radio', { name: /^Velger med begrunnelse/ }).isChecked()).toBe(true)
    } finally {
      proxy.closeAllConnections()
      proxy.close()
    }
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
