import { expect, test } from 'vitest'
import { languages } from '../content/locales.ts'
import { untilReadyOffline } from '../support/browser.ts'
import { setStage } from '../support/stage.ts'
import { type Person, answerAll, questionsFor, wordsIn } from '../support/whole-assessment.ts'

const stage = setStage()

const people: readonly Person[] = [
  { sector: 'barnehage', tier: 'practice' },
  { sector: 'skole', tier: 'teacher' },
  { sector: 'sfo', tier: 'leader' },
]

test('with the network gone, everybody finds their own questions, in every sector and language', async () => {
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  await untilReadyOffline(page)
  await stage.server.kill()
  for (const language of languages) {
    const words = await wordsIn(language)
    await page.goto(stage.server.origin)
    await page.locator('select').first().selectOption(language)
    await page.locator(`html[lang=${language}]`).waitFor()
    for (const person of people) {
      await page.goto(`${stage.server.origin}/kartlegging/ny?sector=${person.sector}&role=${person.tier}`)
      await page.waitForURL('**/forventning')
      expect(await answerAll(page), `${person.sector} in ${language}`).toEqual(questionsFor(person, words))
      await page.locator('form.ask button[type=submit]').click()
      await page.getByRole('heading', { level: 1, name: words.t('result:title') }).waitFor()
    }
  }
})
