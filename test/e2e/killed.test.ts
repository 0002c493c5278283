import { expect, test } from 'vitest'
import type { AnyPage } from '../support/any-browser.ts'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'

const kills = 50

/** Answers the question on the screen anew as soon as the answer before is said to be saved, and tells of both. */
function answerOnAndOn(): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('main input[type="radio"]')].slice(0, 5)
  const chosen = (): number => radios.findIndex(({ checked }) => checked)
  const isSaved = (): boolean => document.querySelector('form [role="status"]')?.textContent.includes('Lagret') === true
  const next = (): void => {
    const step = (chosen() + 1) % radios.length
    console.info(`chosen ${String(step)}`)
    radios[step]?.click()
  }
  let wasSaved = isSaved()
  new MutationObserver(() => {
    if (isSaved() === wasSaved) return
    wasSaved = isSaved()
    if (!wasSaved) return
    console.info(`saved ${String(chosen())}`)
    next()
  }).observe(document.body, { childList: true, subtree: true, characterData: true })
  next()
}

/** The steps that may be stored after what the page has told: the one said to be saved last, or one chosen since. */
function allowed(told: readonly string[], before: number): readonly number[] {
  const last = told.findLastIndex((line) => line.startsWith('saved'))
  const since = told.slice(Math.max(last, 0)).map((line) => Number(line.split(' ')[1]))
  return last < 0 ? [before, ...since] : since
}

/** The step on the screen, which is what was read from the device. */
async function stepShown(page: AnyPage): Promise<number> {
  await page.getByText('Spørsmål 1 av 3').waitFor()
  await page.locator('main input[type="radio"]:checked').waitFor()
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main input[type="radio"]')].findIndex(({ checked }) => checked),
  )
}

inEveryBrowser((stage) => {
  test(`a browser killed ${kills} times in the middle of answering loses nothing that it said was saved`, async () => {
    let page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Barnehagelærer')
    await answerQuestion(page, 'Ikke ennå')
    const question = await page.evaluate(() => location.href)
    let before = 0
    let saves = 0
    for (let time = 0; time < kills; time += 1) {
      const since = stage.browser.told().length
      await page.evaluate(answerOnAndOn)
      const moment = Math.random() * 250
      await page.evaluate((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), moment)
      await stage.browser.kill()
      const told = stage.browser.told().slice(since)
      saves += told.filter((line) => line.startsWith('saved')).length

      page = await stage.browser.open()
      await page.goto(question)
      const step = await stepShown(page)
      expect(allowed(told, before), `kill ${time}, after ${moment} ms: ${told.join(', ')}`).toContain(step)
      before = step
    }
    expect(saves, 'it was killed while answers were being saved').toBeGreaterThan(kills)
  })
})
