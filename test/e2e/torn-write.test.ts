import { expect, test } from 'vitest'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage()

test('a browser that died in the middle of a write, and once more after that, still has every answer', async () => {
  const { browser, server } = stage
  let page = await browser.open()
  await page.goto(server.origin)
  await beginAssessment(page, 'Barnehagelærer')
  await answerQuestion(page, 'Ikke ennå')
  const question = page.url()
  await browser.kill()
  await browser.tearLastWrite(server.origin)

  for (const [before, then] of [
    ['Ikke ennå', 'Velger med begrunnelse'],
    ['Velger med begrunnelse', 'Ikke ennå'],
  ] as const) {
    page = await browser.open()
    await page.goto(question)
    await page.getByRole('radio', { name: new RegExp(`^${before}`), checked: true }).waitFor()
    await answerQuestion(page, then)
    await browser.kill()
  }
})

test('the log is begun anew after a browser that died, and not after a page that was left', async () => {
  const { browser, server } = stage
  const page = await browser.open()
  await page.goto(server.origin)
  const ready = () => page.getByRole('heading', { level: 1 }).waitFor()
  await ready()
  const before = await browser.logs(server.origin)
  await page.reload()
  await ready()
  await page.goto(`${server.origin}/personvern`)
  await ready()
  expect(await browser.logs(server.origin)).toEqual(before)
  await browser.kill()
  const next = await browser.open()
  await next.goto(server.origin)
  await next.getByRole('heading', { level: 1 }).waitFor()
  expect(await browser.logs(server.origin)).not.toEqual(before)
})
