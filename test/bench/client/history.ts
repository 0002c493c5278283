// `npm run bench:history`: the result and the history with few assessments on the device and with 500. A table, and JSON on the last line.
import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { prepareBrowser } from '../../support/browser.ts'
import { serveBuilt } from './serve.ts'
import { assessmentsOver5Years } from './years.ts'

const times = 7
const slower = 4
const goal = 1.5
/** From which on the page says what it is for. */
const pages = [
  { path: '/resultat', few: 1, shown: '.steps__row' },
  { path: '/resultat/over-tid', few: 2, shown: '.track' },
] as const
const many = 500

type Case = { readonly path: string; readonly count: number; readonly shown: string; readonly page: Page; readonly took: number[] }

async function keep(page: Page, count: number): Promise<void> {
  await page.evaluate(async (rows) => {
    await new Promise<void>((done, refuse) => {
      const opening = indexedDB.open('peil')
      opening.onerror = refuse
      opening.onsuccess = () => {
        const writing = opening.result.transaction('assessments', 'readwrite')
        for (const row of rows) writing.objectStore('assessments').put(row)
        writing.oncomplete = () => {
          opening.result.close()
          done()
        }
      }
    })
  }, assessmentsOver5Years(count))
}

/** Milliseconds from the beginning of the navigation until what the page is for has been painted. */
async function measure({ page, path, shown }: Case, origin: string): Promise<number> {
  await page.goto(origin + path)
  return page.evaluate(async (selector) => {
    while (document.querySelector(selector) === null) await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return performance.now()
  }, shown)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

const server = await serveBuilt()
const browsers = []
const cases: Case[] = []
for (const { path, few, shown } of pages) {
  for (const count of [few, many]) {
    const browser = await prepareBrowser()
    browsers.push(browser)
    const page = await browser.open()
    await page.goto(server.origin)
    await page.locator('h1').waitFor()
    await keep(page, count)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    cases.push({ path, count, shown, page, took: [] })
  }
}
// One after the other, so that a slow moment of the machine meets them all; the first round warms up.
for (let round = 0; round <= times; round += 1) {
  for (const each of cases) {
    const took = await measure(each, server.origin)
    if (round > 0) each.took.push(took)
  }
}
await Promise.all(browsers.map((browser) => browser.remove()))
server.close()

const rows = pages.map(({ path }) => {
  const [few = NaN, all = NaN] = cases.filter((each) => each.path === path).map(({ took }) => median(took))
  return { path, few: Math.round(few), many: Math.round(all), ratio: Number((all / few).toFixed(2)), goal }
})
process.stdout.write(`median of ${times}, CPU ${slower} times slower, load ${(loadavg()[0] ?? 0).toFixed(1)}\n`)
for (const { path, few, many: all, ratio } of rows) process.stdout.write(`${path}: ${few} ms, with ${many}: ${all} ms, ratio ${ratio}\n`)
process.stdout.write(`${JSON.stringify({ rows })}\n`)
