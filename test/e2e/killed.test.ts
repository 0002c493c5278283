import { expect, test } from 'vitest'
import type { AnyBrowser, AnyPage } from '../support/any-browser.ts'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { type Stage, inEveryBrowser } from '../support/stage.ts'
import { rowsOf } from '../support/taken-along.ts'

const kills = 50
const leaves = 20

/** Answers the question on the screen anew as soon as the answer before is said to be saved, and tells of both, and when it chose. */
function answerOnAndOn(): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('main input[type="radio"]')].slice(0, 5)
  const chosen = (): number => radios.findIndex(({ checked }) => checked)
  const isSaved = (): boolean => document.querySelector('form [role="status"]')?.textContent.includes('Lagret') === true
  let at = 0
  const next = (): void => {
    const step = (chosen() + 1) % radios.length
    at = Date.now()
    console.info(`chosen ${String(step)} ${String(at)}`)
    radios[step]?.click()
  }
  let wasSaved = isSaved()
  new MutationObserver(() => {
    if (isSaved() === wasSaved) return
    wasSaved = isSaved()
    if (!wasSaved) return
    console.info(`saved ${String(chosen())} ${String(at)}`)
    next()
  }).observe(document.body, { childList: true, subtree: true, characterData: true })
  next()
}

type Choice = { readonly step: number; readonly at: number }

function toldOf(told: readonly string[], what: 'chosen' | 'saved'): readonly Choice[] {
  return told
    .map((line) => line.split(' '))
    .filter(([word]) => word === what)
    .map(([, step, at]) => ({ step: Number(step), at: Number(at) }))
}

type Row = { readonly changedAt: string; readonly answers: Readonly<Record<string, { readonly answer: { readonly step: number } }>> }

async function storedOn(page: AnyPage): Promise<Choice> {
  const [row] = (await rowsOf(page)) as readonly Row[]
  const [answer] = Object.values(row?.answers ?? {})
  if (row === undefined || answer === undefined) throw new Error('nothing is stored')
  return { step: answer.answer.step, at: Date.parse(row.changedAt) }
}

/** The step on the screen, which is what was read from the device. */
async function stepShown(page: AnyPage): Promise<number> {
  await page.getByText('Spørsmål 1 av 3').waitFor()
  await page.locator('main input[type="radio"]:checked').waitFor()
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main input[type="radio"]')].findIndex(({ checked }) => checked),
  )
}

/** Is cut off in the middle of answering, over and over. Gives the number of answers that were said to be saved. */
async function answerAndBeCutOff(
  { browser, server }: Stage<AnyBrowser>,
  times: number,
  cutOff: (page: AnyPage) => Promise<unknown>,
): Promise<number> {
  let page = await browser.open()
  await page.goto(server.origin)
  await beginAssessment(page, 'Barnehagelærer')
  await answerQuestion(page, 'Ikke ennå')
  const question = await page.evaluate(() => location.href)
  let before = await storedOn(page)
  let saves = 0
  for (let time = 0; time < times; time += 1) {
    const since = browser.told().length
    await page.evaluate(answerOnAndOn)
    const moment = Math.random() * 250
    await page.evaluate((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), moment)
    await cutOff(page)
    const told = browser.told().slice(since)
    const saved = toldOf(told, 'saved')
    saves += saved.length

    page = await browser.open()
    await page.goto(question)
    const shown = await stepShown(page)
    const stored = await storedOn(page)
    const story = `time ${time}, after ${moment} ms: ${told.join(', ')}`
    expect(shown, story).toBe(stored.step)
    // What the page told last may have been cut off too, so that more may be stored than was told, and never less.
    expect(stored.at, story).toBeGreaterThanOrEqual(saved.at(-1)?.at ?? before.at)
    const choices = [before, ...toldOf(told, 'chosen')]
    const chosen = choices.findLastIndex(({ at }) => at <= stored.at)
    if (chosen < choices.length - 1) expect(stored.step, story).toBe(choices[chosen]?.step)
    before = stored
  }
  return saves
}

inEveryBrowser((stage) => {
  test(`a browser killed ${kills} times in the middle of answering loses nothing that it said was saved`, async () => {
    const saves = await answerAndBeCutOff(stage, kills, () => stage.browser.kill())
    expect(saves, 'it was killed while answers were being saved').toBeGreaterThan(kills)
  })

  test(`a page left ${leaves} times in the middle of answering loses nothing that it said was saved, and keeps nobody from saving`, async () => {
    const saves = await answerAndBeCutOff(stage, leaves, (page) => page.goto(`${stage.server.origin}/om`))
    expect(saves, 'it was left while answers were being saved').toBeGreaterThan(leaves)
  })
}, 'test')
