// `npm run bench:history`: the result and the history with few assessments on the device and with 500, open and behind a PIN.
// A table, and JSON on the last line.
import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { prepareBrowser } from '../../support/browser.ts'
import { lockAll, measureLocked } from './locked.ts'
import { serveBuilt } from './serve.ts'
import { assessmentsOver5Years } from './years.ts'

const times = 7
const slower = 4
/** Sealing 500 takes a while on a machine that does other things too. */
const patience = 120_000
const goal = 1.5
/** From which on the page says what it is for. */
const pages = [
  { path: '/resultat', few: 1, shown: '.steps__row' },
  { path: '/resultat/over-tid', few: 2, shown: '.track' },
] as const
const many = 500

/** `unlocked`: from the tap on "unlock". `inside`: from the front page, once unlocked. */
const ways = ['open', 'unlocked', 'inside'] as const
type Took = Record<(typeof ways)[number], number[]>
type Case = {
  readonly path: string
  readonly count: number
  readonly shown: string
  readonly page: Page
  readonly setRate: (rate: number) => Promise<unknown>
  readonly isLocked: boolean
  readonly took: Took
}

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
    for (const isLocked of [false, true]) {
      const browser = await prepareBrowser()
      browsers.push(browser)
      const page = await browser.open()
      page.setDefaultTimeout(patience)
      await page.goto(server.origin)
      await page.locator('h1').waitFor()
      await keep(page, count)
      if (isLocked) await lockAll(page, server.origin)
      const session = await page.context().newCDPSession(page)
      const setRate = (rate: number): Promise<unknown> => session.send('Emulation.setCPUThrottlingRate', { rate })
      cases.push({ path, count, shown, page, setRate, isLocked, took: { open: [], unlocked: [], inside: [] } })
    }
  }
}
// One after the other, so that a slow moment of the machine meets them all; the first round warms up.
for (let round = 0; round <= times; round += 1) {
  for (const each of cases) {
    const { page, setRate, path, shown, isLocked, took } = each
    // A slowed page keeps a processor busy also when nothing happens on it.
    await setRate(slower)
    const found = isLocked ? await measureLocked(page, server.origin + path, shown) : { open: await measure(each, server.origin) }
    await setRate(1)
    if (round > 0) for (const [way, milliseconds] of Object.entries(found)) took[way as keyof Took].push(milliseconds)
  }
}
await Promise.all(browsers.map((browser) => browser.remove()))
server.close()

const rows = pages.flatMap(({ path }) =>
  ways.map((way) => {
    const [few = NaN, all = NaN] = cases
      .filter((each) => each.path === path && each.took[way].length > 0)
      .map(({ took }) => median(took[way]))
    return { path, way, few: Math.round(few), many: Math.round(all), ratio: Number((all / few).toFixed(2)), goal }
  }),
)
process.stdout.write(`median of ${times}, CPU ${slower} times slower, load ${(loadavg()[0] ?? 0).toFixed(1)}\n`)
for (const { path, way, few, many: all, ratio } of rows) {
  process.stdout.write(`${path}, ${way}: ${few} ms, with ${many}: ${all} ms, ratio ${ratio}\n`)
}
process.stdout.write(`${JSON.stringify({ rows })}\n`)
