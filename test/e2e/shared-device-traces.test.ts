import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { setDemoStage } from '../support/demo-stage.ts'
import { looker } from '../support/page-faults.ts'
import {
  atDoor,
  enterAs,
  enterAsGuest,
  fillPlace,
  finish,
  leaveAsGuest,
  lock,
  makePlace,
  shareTablet,
  tryPin,
  wipe,
} from '../support/shared-tablet.ts'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { tracesOf } from '../support/traces.ts'

const stage = setDemoStage()

const pin = '402917'
const nickname = 'Solvind'
const note = 'Husk Mats ved lekestativet'
const goal = 'spør jeg Ingeborg om fotoregelen'
const codeOf = (slip: string): string => slip.split('.').at(-1) ?? ''

/** An answer with a note, a goal and a place from a slip. */
async function leaveMarks(page: Page): Promise<void> {
  const { origin } = stage.demo.server
  await page.goto(origin)
  await beginAssessment(page, 'Barnehagelærer')
  await page.getByText('Egen merknad').first().click()
  await page.getByRole('textbox', { name: 'Egen merknad' }).fill(note)
  await answerQuestion(page, 'Velger med begrunnelse')
  await page.goto(`${origin}/plan`)
  await page.getByLabel('Når …').fill('når vi går på tur')
  await page.getByLabel('så …').fill(goal)
  await page.getByRole('button', { name: 'Legg til målet' }).click()
  await page.getByText(goal).waitFor()
}

test('what a colleague finds on the tablet while it is locked is a nickname, a picture and a lock', async () => {
  const page = await stage.openPage()
  const { origin } = stage.demo.server
  const inDatabase = ['instrumentVersion', 'startedAt', 'practice', 'teacher', 'lookBackOn', 'unit']
  const secrets = [note, goal, codeOf(stage.demo.staff), pin]
  await leaveMarks(page)
  expect(await tracesOf(page, [note, goal]), 'the search finds what lies open').toEqual(
    expect.arrayContaining([`database peil, assessments: ${note}`, `database peil, plans: ${goal}`]),
  )

  await page.goto(`${origin}/mine-data/deling`)
  await page.getByRole('radio', { name: /^Flere deler den/ }).check()
  await page.getByRole('radio', { name: /^Det er mitt/ }).check()
  await fillPlace(page, nickname, pin)
  await atDoor(page)
  await page.goto(stage.demo.staff)
  await enterAs(page, nickname, pin)
  await page
    .getByRole('button', { name: /^Hent plassen min|^Fortsett i denne fanen/ })
    .first()
    .click()
  await page.waitForURL((url) => url.hash === '')
  await page.goto(`${origin}/plan`)
  await enterAs(page, nickname, pin)
  await page.getByText(goal).waitFor()
  await lock(page)

  expect(await tracesOf(page, secrets, inDatabase)).toEqual([])
  expect(await tracesOf(page, [nickname])).toContain(`database peil, persons: ${nickname}`)

  await page.getByRole('button', { name: nickname }).click()
  await tryPin(page, '730264')
  await page.getByText('Det var ikke riktig PIN-kode.').waitFor()
  expect(await tracesOf(page, [...secrets, '730264'])).toEqual([])
  await page.goto(origin)
  await makePlace(page, 'Fyr', '550183')
  expect(await tracesOf(page, [...secrets, nickname]), 'nor does whoever comes next').toEqual([`database peil, persons: ${nickname}`])
  await lock(page)

  await enterAs(page, nickname, pin)
  await finish(page)
  await wipe(page)
  expect(await tracesOf(page, [...secrets, nickname], inDatabase), 'and of whoever has left nothing at all').toEqual([])
})

test('of a guest nothing can be read afterwards', async () => {
  const page = await stage.openPage()
  await shareTablet(page, stage.demo.server.origin)
  await enterAsGuest(page)
  await page.getByText('Gjør det i én omgang: går du fra det, blir alt borte.').waitFor()
  await beginAssessment(page, 'Barnehagelærer')
  await page.getByText('Egen merknad').first().click()
  await page.getByRole('textbox', { name: 'Egen merknad' }).fill(note)
  await answerQuestion(page, 'Velger med begrunnelse')
  await page.getByRole('status').getByText('Ligger her til du er ferdig').waitFor()
  await page.getByRole('link', { name: 'Til start' }).waitFor()
  for (const untrue of ['Ta pause', 'Lagret', 'på denne enheten']) expect(await page.getByText(untrue).count(), untrue).toBe(0)
  expect(await tracesOf(page, [note]), 'it is on the screen, and nowhere else').toSatisfy((traces: string[]) =>
    traces.every((trace) => /^(document|accessibility)/.test(trace)),
  )
  await leaveAsGuest(page)
  expect(await tracesOf(page, [note], ['startedAt'])).toEqual([])
  expect(await tracesOf(page, [], ['guest-']), 'not even what nobody can read stays').toEqual([])
  expect(await page.getByRole('list', { name: 'Plasser på denne enheten' }).getByRole('button').count()).toBe(2)
})

test('on a device of one’s own a PIN seals what lies there, and opens it again', async () => {
  const page = await stage.openPage()
  const { origin } = stage.demo.server
  await leaveMarks(page)
  await page.goto(`${origin}/mine-data/deling`)
  await page.getByLabel('Ny PIN-kode').fill(pin)
  await page.getByLabel('PIN-koden en gang til').fill(pin)
  await page.getByRole('button', { name: 'Sett PIN-koden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lås opp Peil' }).waitFor()
  expect(await tracesOf(page, [note, goal, pin])).toEqual([])
  await page.goto(`${origin}/plan`)
  await tryPin(page, pin)
  await page.getByText(goal).waitFor()
  await page.goto(`${origin}/mine-data/deling`)
  await tryPin(page, pin)
  await page.getByLabel('PIN-koden du har nå').last().fill(pin)
  await page.getByRole('button', { name: 'Fjern PIN-koden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hei igjen' }).waitFor()
})

test('no screen of a shared device breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
  const page = await stage.openPage()
  const { origin } = stage.demo.server
  const { look, faults } = looker(page)
  await page.goto(`${origin}/mine-data/deling`)
  await page.getByRole('button', { name: 'Sett PIN-koden' }).click()
  await look('a PIN for oneself, with faults')
  await shareTablet(page, origin)
  await look('door without anybody')
  await page.getByRole('button', { name: 'Bare denne gangen' }).click()
  await look('guest')
  await page.getByRole('button', { name: 'Tilbake' }).click()
  await page.getByRole('button', { name: 'Ny her' }).click()
  await page.getByRole('button', { name: 'Lag plassen min' }).click()
  await look('new place, with faults')
  await page.clock.install()
  await fillPlace(page, nickname, pin)
  await page.getByRole('button', { name: 'Lås' }).waitFor()
  await look('inside')
  await page.clock.fastForward(96_000)
  await page.getByRole('alertdialog').waitFor()
  await look('locking soon')
  await page.clock.fastForward(30_000)
  await atDoor(page)
  await look('door')
  await page.goto(`${origin}/mine-data/deling`)
  await enterAs(page, nickname, pin)
  await look('sharing')
  await lock(page)
  await page.getByRole('button', { name: nickname }).click()
  for (const wrong of ['000001', '000002', '000003']) await tryPin(page, wrong)
  await page.getByRole('timer').waitFor()
  await look('pause')
  await page.getByRole('button', { name: 'Har du glemt PIN-koden?' }).click()
  await page.getByRole('button', { name: 'Fjern plassen' }).click()
  await look('forgotten PIN')
  expect(faults).toEqual([])
})
