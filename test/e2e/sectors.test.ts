import { type i18n, createInstance } from 'i18next'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Sector, type Tier, itemsOf, modulesFor, usualModules } from '../../src/domain/instrument/instrument.ts'
import type { PackWords } from '../../src/domain/content/words.ts'
import { contentIn } from '../../src/i18n/content.ts'
import { splitWords } from '../../src/i18n/namespaces.ts'
import { withoutTerms } from '../../src/domain/content/terms.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'
import { languages, namespacesOf, readWords } from '../content/locales.ts'
import { untilReadyOffline } from '../support/browser.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage()

const people = [
  { sector: 'barnehage', tier: 'practice' },
  { sector: 'skole', tier: 'teacher' },
  { sector: 'sfo', tier: 'leader' },
] as const satisfies readonly { sector: Sector; tier: Tier }[]

async function wordsIn(language: string): Promise<i18n> {
  const words = createInstance()
  const files = Object.assign(
    {},
    ...namespacesOf(language).map((namespace) => {
      const read = readWords(language, namespace) as object
      return 'items' in read ? splitWords(read as PackWords) : { [namespace]: read }
    }),
  ) as Record<string, object>
  await words.init({ lng: language, resources: { [language]: files } })
  return words
}

/** Goes through every screen up to the last, and gives back the questions in the words on them. */
async function answerAll(page: Page): Promise<readonly string[]> {
  const questions: string[] = []
  for (;;) {
    const path = new URL(page.url()).pathname
    if (path === '/kartlegging/slutt') return questions
    if (path.startsWith('/kartlegging/punkt/')) {
      const steps = page.locator('.choices').getByRole('radio')
      await steps.nth(questions.length % 5).check()
      expect(await steps.count()).toBe(5)
      questions.push(await page.getByRole('heading', { level: 1 }).innerText())
    }
    await page.locator('form.ask button[type=submit]').click()
    await page.waitForURL((url) => url.pathname !== path)
  }
}

test('with the network gone, everybody finds their own questions, in every sector and language', async () => {
  const page = await stage.browser.open()
  await page.goto(stage.server.origin)
  await untilReadyOffline(page)
  await stage.server.kill()
  for (const language of languages) {
    const words = await wordsIn(language)
    const content = contentIn(words)
    await page.goto(stage.server.origin)
    await page.locator('select').first().selectOption(language)
    await page.locator(`html[lang=${language}]`).waitFor()
    for (const person of people) {
      const modules = modulesFor(person.tier).filter((module) => usualModules(person.tier).includes(module))
      const asked = itemsOf(instrumentFor({ ...person, modules })).map(({ id }) => withoutTerms(content.item(id, person).stem))
      await page.goto(`${stage.server.origin}/kartlegging/ny?sector=${person.sector}&role=${person.tier}`)
      await page.waitForURL('**/forventning')
      expect(await answerAll(page), `${person.sector} in ${language}`).toEqual(asked)
      await page.locator('form.ask button[type=submit]').click()
      await page.getByRole('heading', { level: 1, name: words.t('result:title') }).waitFor()
    }
  }
})
