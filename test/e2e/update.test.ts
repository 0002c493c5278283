import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { untilReadyOffline } from '../support/browser.ts'
import { newerLater, untilWaiting } from '../support/newer-later.ts'
import { answerQuestion, beginAssessment, goOn } from '../support/staff.ts'
import { inEveryBrowser, setStage } from '../support/stage.ts'

type Chunks = Readonly<Record<string, { readonly file: string }>>

/** A page that is fetched only when somebody goes there. */
function fileOfAbout(): string {
  const chunks = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')) as Chunks
  const about = chunks['src/app/about-places.tsx']
  if (about === undefined) throw new Error('the page about Peil is not in the build')
  return `/${about.file}`
}

inEveryBrowser((stage) => {
  test('a newer version waits while a question is answered, and is offered between questions', async () => {
    const { origin, publish, close } = await newerLater(stage.server.origin)
    try {
      const page = await stage.browser.open()
      await page.goto(origin)
      await untilReadyOffline(page)
      await beginAssessment(page, 'Barnehagelærer')
      await answerQuestion(page, 'Velger med begrunnelse')
      publish()
      await untilWaiting(page)
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
      await page.getByRole('radio', { name: /^Velger med begrunnelse/, checked: true }).waitFor()
    } finally {
      close()
    }
  })

  test('a page that was open before an update finds the files it was built with, and is not loaded anew in the middle of something', async () => {
    const from = fileOfAbout()
    const { origin, publish, close } = await newerLater(stage.server.origin, { from, to: from.replace('.js', '-newer.js') })
    try {
      const early = await stage.browser.open()
      await early.goto(origin)
      await untilReadyOffline(early)
      await early.evaluate(() => {
        document.documentElement.dataset['opened'] = 'before the update'
      })
      const late = await stage.browser.openAnother()
      await late.goto(origin)
      publish()
      await untilWaiting(late)
      await late.getByRole('button', { name: 'Bytt til den nå' }).click()
      // Nothing but a word of what is going on stands there until the newer one has come.
      await late.getByRole('link', { name: 'Om Peil' }).waitFor()
      const names = await late.evaluate(async (file) => {
        const caches_ = await Promise.all(
          (await caches.keys()).map(async (name) => ({ name, has: (await (await caches.open(name)).match(file)) !== undefined })),
        )
        return caches_.filter(({ has }) => has).map(({ name }) => name)
      }, from)
      expect(names).toEqual(['peil-previous-build'])

      await early.getByRole('link', { name: 'Om Peil' }).click()
      await early.getByRole('heading', { level: 1, name: 'Om Peil' }).waitFor()
      expect(await early.evaluate(() => document.documentElement.dataset['opened'])).toBe('before the update')
    } finally {
      close()
    }
  })
}, 'test')

describe('Chromium, whose clock can be turned', () => {
  const stage = setStage('test')

  test('an app that was without a network for a year opens, and finds the newer Peil by itself when there is one again', async () => {
    const { origin, publish, lose, close } = await newerLater(stage.server.origin)
    try {
      const before = await stage.browser.open()
      await before.goto(origin)
      await untilReadyOffline(before)
      await beginAssessment(before, 'Barnehagelærer')
      await answerQuestion(before, 'Velger med begrunnelse')
      await stage.browser.close()
      lose(true)

      const page = await stage.browser.open()
      await page.clock.install({ time: Date.now() + 365 * 24 * 3_600_000 })
      await page.goto(origin)
      await page.getByRole('heading', { level: 1, name: 'Hei igjen' }).waitFor()
      lose(false)
      publish()
      await page.clock.fastForward('02:00:00')
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await page.getByRole('button', { name: 'Bytt til den nå' }).click()
      await page.getByRole('link', { name: 'Fortsett' }).click()
      await page.getByText('Spørsmål 2 av 3').waitFor()
      await page.getByRole('button', { name: 'Forrige' }).click()
      await page.getByRole('radio', { name: /^Velger med begrunnelse/, checked: true }).waitFor()
    } finally {
      close()
    }
  })
})
