import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../content/locales.ts'
import { untilReadyOffline } from '../support/browser.ts'
import { type ServerProcess, prepareServer } from '../support/server-process.ts'
import { type Person, answerAll, questionsFor, wordsIn } from '../support/whole-assessment.ts'
import { prepareWebKit } from '../support/webkit/browser.ts'

/** What a browser asks for, the language that it gets, and somebody who reads it. Bokmål is what the other journeys are in. */
const readers: readonly (Person & { readonly locale: string; readonly language: string })[] = [
  { locale: 'nn-NO', language: 'nn', sector: 'skole', tier: 'teacher' },
  { locale: 'sv-SE', language: 'sv', sector: 'barnehage', tier: 'practice' },
  { locale: 'en', language: 'en', sector: 'sfo', tier: 'leader' },
]

let server: ServerProcess
beforeAll(async () => {
  server = await prepareServer()
})
afterAll(async () => {
  await server.remove()
})

// Safari is where a language with a region has kept apps of others from starting without a network; Chromium has its own journey.
describe.each(readers)('WebKit in $locale', ({ locale, language, ...person }) => {
  test('starts without a network in the language of the device, asks the questions in it, and changes to every other', async () => {
    const words = await wordsIn(language)
    const browser = await prepareWebKit({ locale })
    try {
      await server.start()
      const online = await browser.open()
      await online.goto(server.origin)
      await untilReadyOffline(online)
      await browser.close()
      await server.kill()

      const page = await browser.open()
      await page.goto(`${server.origin}/kartlegging/ny?sector=${person.sector}&role=${person.tier}`)
      await page.waitForURL(/forventning$/)
      expect(await answerAll(page)).toEqual(questionsFor(person, words))
      await page.locator('form.ask button[type=submit]').click()
      await page.getByRole('heading', { level: 1, name: words.t('result:title') }).waitFor()

      for (const other of [...languages.filter((each) => each !== language), language]) {
        await page.goto(server.origin)
        await page.locator('select').first().selectOption(other)
        await page.locator(`html[lang=${other}]`).waitFor()
        await page.goto(`${server.origin}/resultat`)
        await page.getByRole('heading', { level: 1, name: (await wordsIn(other)).t('result:title') }).waitFor()
      }
      expect(browser.complaints()).toEqual([])
      expect(browser.foreignRequests(server.origin)).toEqual([])
    } finally {
      await browser.remove()
    }
  })
})
