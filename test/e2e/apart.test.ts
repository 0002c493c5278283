import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PartsApart, startApart } from '../support/apart.ts'
import { type Browser, prepareBrowser, untilReadyOffline } from '../support/browser.ts'
import { type SimulatedDevice, deviceOn } from '../support/device.ts'
import { openRound, slipsOf } from '../support/open-round.ts'
import { answerTheRest, beginAssessment } from '../support/staff.ts'

let parts: PartsApart
let browser: Browser
const devices: SimulatedDevice[] = []

beforeAll(async () => {
  parts = await startApart()
  browser = await prepareBrowser()
})
afterAll(async () => {
  await browser.remove()
  await Promise.all(devices.map((device) => device.remove()))
  await parts.remove()
})

test('a browser contributes to a collector on another origin, without a cookie, and that is the only other place it calls', async () => {
  const { opened } = await openRound(parts.issuer)
  const [own = '', ...others] = slipsOf(parts.issuer, opened, 'solstrala')
  const page = await browser.open()
  const refusedByPolicy: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|CORS/.test(message.text())) refusedByPolicy.push(message.text())
  })
  await page.goto(parts.issuer.origin)
  await untilReadyOffline(page)
  await page.goto(own)
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByText('Plassen din er hentet').waitFor()
  for (const slip of others.slice(0, 5)) {
    const device = deviceOn(parts.issuer.origin)
    devices.push(device)
    await device.contribute(await device.join(slip), 'b2b2222b')
  }

  const menu = page.getByRole('navigation', { name: 'Hovedmeny', exact: true })
  await menu.getByRole('link', { name: 'Start' }).click()
  await beginAssessment(page, 'Assistent eller fagarbeider')
  await answerTheRest(page, () => 2)
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await menu.getByRole('link', { name: 'Bidra' }).click()
  await page.getByRole('button', { name: 'Bidra', exact: true }).click()
  // Cookies do not know ports: one that is there would go along, if the app let it.
  await browser.context().addCookies([{ name: 'peil', value: 'x', domain: 'localhost', path: '/' }])
  const contributing = page.waitForRequest((request) => request.url().endsWith('/contributions') && request.method() === 'POST')
  await page.getByRole('button', { name: 'Send nå' }).click()
  const request = await contributing
  expect(new URL(request.url()).origin).toBe(parts.collector.origin)
  const { cookie, referer, origin } = await request.allHeaders()
  expect([cookie, referer, origin]).toEqual([undefined, undefined, parts.issuer.origin])
  await page.getByRole('heading', { name: 'Sendt' }).waitFor()

  await parts.issuer.peil('round-close', opened.round)
  await page.goto(`${parts.issuer.origin}/bidra`)
  await page.getByText('Talt med').first().waitFor()
  expect(await parts.issuer.peil('results', opened.round)).toMatchObject({ total: { n: 6 } })
  expect([...new Set(browser.foreignRequests(parts.issuer.origin).map((url) => new URL(url).origin))]).toEqual([parts.collector.origin])
  expect(refusedByPolicy).toEqual([])
})
