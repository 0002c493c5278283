import type { Page } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { type Browser, prepareBrowser, untilReadyOffline } from '../support/browser.ts'
import { makeBackup, openBackup, rowsOf } from '../support/taken-along.ts'
import { startDemo } from '../support/demo.ts'
import { looker } from '../support/page-faults.ts'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage('test')
const others: Browser[] = []

afterAll(async () => {
  await Promise.all(others.map((browser) => browser.remove()))
})

/** A tablet that nobody has used, with Peil stored on it. */
async function newTablet(): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const browser = await prepareBrowser()
  others.push(browser)
  const page = await browser.open()
  await page.goto(stage.server.origin)
  await untilReadyOffline(page)
  return { browser, page }
}

test('a tablet without room takes nothing in, and says so', async () => {
  const old = await newTablet()
  const fresh = await newTablet()
  const { usage = 0 } = await fresh.page.evaluate(() => navigator.storage.estimate())
  await beginAssessment(old.page, 'Barnehagelærer')
  await answerQuestion(old.page, 'Velger med begrunnelse')
  await old.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('peil')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('assessments', 'readwrite')
          const store = writing.objectStore('assessments')
          const reading = store.getAll()
          reading.onsuccess = () => {
            const [begun] = reading.result as { notes: Record<string, string> }[]
            for (let copy = 0; copy < 2; copy += 1) {
              // Nothing that a database could make smaller.
              const note = Array.from({ length: 200_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join('')
              store.put({ ...begun, id: `copy-${String(copy)}`, notes: { long: note } })
            }
          }
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
  const { file, words } = await makeBackup(old.page, old.browser, stage.server.origin)
  // What is left is remembered for a while once something is written, so it is taken away from a browser that has just started.
  await fresh.browser.close()
  const page = await fresh.browser.open()
  const session = await fresh.browser.context().newCDPSession(page)
  const { origin } = stage.server
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 200_000 })
  await openBackup(page, origin, file, words)
  await page.getByRole('button', { name: 'Hent inn', exact: true }).click()
  await page.getByRole('alert').getByText('Det er ikke plass til kopien på denne enheten. Ingenting er endret.').waitFor()
  expect(await rowsOf(page)).toEqual([])
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await page.getByRole('button', { name: 'Hent inn', exact: true }).click()
  await page.getByRole('heading', { name: 'Kopien er hentet inn' }).waitFor()
  expect(await rowsOf(page)).toHaveLength(3)
})

test('no step of a backup breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
  const demo = await startDemo()
  onTestFinished(() => demo.server.remove())
  const browser = await prepareBrowser({ reducedMotion: 'reduce' })
  others.push(browser)
  const page = await browser.open()
  const { look, faults } = looker(page)
  await page.goto(demo.staff)
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plassen din er hentet' }).waitFor()
  await page.goto(`${demo.server.origin}/mine-data`)
  await page.getByRole('button', { name: 'Ta en sikkerhetskopi' }).click()
  await page.getByRole('button', { name: 'Lag kopien' }).click()
  await page.getByText('Den er for kort.').waitFor()
  await look('passphrase too short')
  await page.getByRole('button', { name: 'Foreslå seks ord' }).click()
  await page.getByText('Seks tilfeldige ord').waitFor()
  await page.getByRole('checkbox', { name: 'Plassene fra lapper' }).check()
  await look('words offered')
  const words = await page.getByLabel('Passfrase', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Lag kopien' }).click()
  await page.getByRole('heading', { name: 'Kopien er klar' }).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lagre filen' }).click()])
  await look('copy ready')
  await page.getByRole('button', { name: 'Ferdig' }).click()
  await page.getByRole('button', { name: 'Hent inn en sikkerhetskopi' }).click()
  await page.getByLabel('Velg fil').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8]) })
  await page.getByText('Dette er ikke en sikkerhetskopi fra Peil.').waitFor()
  await look('file refused')
  await page.getByLabel('Velg fil').setInputFiles(await download.path())
  await page.getByRole('button', { name: 'Åpne filen' }).click()
  await page.getByText('Skriv passfrasen du valgte').waitFor()
  await look('passphrase asked for')
  await page.getByLabel('Passfrase', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Åpne filen' }).click()
  await page.getByRole('heading', { name: 'Dette skjer når du henter inn kopien' }).waitFor()
  await look('what will happen')
  expect(faults).toEqual([])
})
