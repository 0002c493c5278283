import { expect, test } from 'vitest'
import { setStage } from '../support/stage.ts'

const iPad =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const stage = setStage('file', { userAgent: iPad })

test('in a tab on an iPad the app is offered before a person can start, wherever they come in, until it is put away', async () => {
  const page = await stage.browser.open()
  const help = page.getByRole('region', { name: 'Gjør Peil til en app først' })
  for (const path of ['/', '/kartlegging', '/kartlegging/punkt/barnehage.3.photo-consent']) {
    await page.goto(stage.server.origin + path)
    await help.waitFor()
    const start = page.getByRole('button', { name: 'Start kartleggingen' })
    const [helpAt, startAt] = [await help.boundingBox(), await start.boundingBox()]
    expect(helpAt?.y).toBeLessThan(startAt?.y ?? 0)
  }
  await page.getByRole('button', { name: 'Jeg bruker fanen likevel' }).click()
  await help.waitFor({ state: 'detached' })
  await page.goto(stage.server.origin)
  await page.getByRole('heading', { level: 1, name: 'Finn ut hvor du står' }).waitFor()
  expect(await help.count()).toBe(0)
})

test('the app can be put on a home screen: its manifest names icons that exist, one of them maskable', async () => {
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  const found = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')
    const touch = document.querySelector<HTMLLinkElement>('link[rel="apple-touch-icon"]')
    const manifest = (await (await fetch(link?.href ?? '')).json()) as {
      icons: { src: string; purpose?: string }[]
      display: string
      start_url: string
    }
    const icons = [...manifest.icons.map(({ src }) => src), touch?.href ?? '']
    const replies = await Promise.all(icons.map(async (src) => (await fetch(src)).headers.get('content-type')))
    return {
      display: manifest.display,
      start: manifest.start_url,
      maskable: manifest.icons.some(({ purpose }) => purpose === 'maskable'),
      replies,
    }
  })
  expect(found).toEqual({ display: 'standalone', start: '/', maskable: true, replies: found.replies.map(() => 'image/png') })
})
