import { type i18n, createInstance } from 'i18next'
import type { PackWords } from '../../src/domain/content/words.ts'
import { withoutTerms } from '../../src/domain/content/terms.ts'
import { type Sector, type Tier, itemsOf, modulesFor, usualModules } from '../../src/domain/instrument/instrument.ts'
import { contentIn } from '../../src/i18n/content.ts'
import { splitWords } from '../../src/i18n/namespaces.ts'
import { instrumentFor } from '../../src/instruments/packs.ts'
import { namespacesOf, readWords } from '../content/locales.ts'
import type { AnyPage } from './any-browser.ts'
import { leaveBy } from './staff.ts'

export type Person = { readonly sector: Sector; readonly tier: Tier }

/** Everything the app says in a language. */
export async function wordsIn(language: string): Promise<i18n> {
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
export async function answerAll(page: AnyPage): Promise<readonly string[]> {
  const questions: string[] = []
  for (;;) {
    const path = await page.evaluate(() => location.pathname)
    if (path === '/kartlegging/slutt') return questions
    if (path.startsWith('/kartlegging/punkt/')) {
      const steps = page.locator('.choices').getByRole('radio')
      await steps.nth(questions.length % 5).check()
      if ((await steps.count()) !== 5) throw new Error(`${path} has not five steps`)
      questions.push(await page.getByRole('heading', { level: 1 }).innerText())
    }
    await leaveBy(page, () => page.locator('form.ask button[type=submit]').click())
  }
}

/** What the person is to be asked, in their words. */
export function questionsFor(person: Person, words: i18n): readonly string[] {
  const modules = modulesFor(person.tier).filter((module) => usualModules(person.tier).includes(module))
  return itemsOf(instrumentFor({ ...person, modules })).map(({ id }) => withoutTerms(contentIn(words).item(id, person).stem))
}
