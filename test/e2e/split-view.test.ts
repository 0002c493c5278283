import { expect, test } from 'vitest'
import type { AnyPage } from '../support/any-browser.ts'
import { enterAs, lock, makePlace, shareTablet } from '../support/shared-tablet.ts'
import { answerQuestion, beginAssessment } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'
import { inEveryWindow } from '../support/windows.ts'

const pin = '402917'

/** The place a person goes to from a question, without the page being loaded anew. */
async function goToPlan(page: AnyPage): Promise<void> {
  await page.getByRole('link', { name: 'Ta pause' }).click()
  await page.getByRole('navigation', { name: 'Hovedmeny', exact: true }).getByRole('link', { name: 'Plan' }).click()
  await page.getByRole('heading', { level: 1, name: 'Planen min' }).waitFor()
}

inEveryBrowser((stage) => {
  test('in split view and over the keyboard nothing is wider than the window, and no bar covers the field one is in', async () => {
    const page = await stage.browser.open()
    await page.setViewportSize({ width: 820, height: 1180 })
    await page.goto(stage.server.origin)
    const { look, faults } = inEveryWindow(page)
    await beginAssessment(page, 'Barnehagelærer')
    await look('question', '.choices input, .aside :is(input, button)')
    await page.getByText('Egen merknad').click()
    await look('note', 'textarea')
    await goToPlan(page)
    await look('goal', 'form :is(input, select, button)')
    expect(faults).toEqual([])
  })

  test('on a shared tablet neither does the strip that says who is in, nor the door', async () => {
    const page = await stage.browser.open()
    await page.setViewportSize({ width: 820, height: 1180 })
    await shareTablet(page, stage.server.origin)
    const { look, faults } = inEveryWindow(page)
    await page.getByRole('button', { name: 'Ny her' }).click()
    await look('new place', 'form :is(input:not([type=radio]), button)')
    await page.getByRole('button', { name: 'Tilbake' }).click()
    await makePlace(page, 'Måke', pin)
    await lock(page)
    await page.getByRole('button', { name: 'Måke', exact: true }).click()
    await look('PIN', 'form :is(input, button)')
    await page.getByRole('button', { name: 'Tilbake' }).click()
    await enterAs(page, 'Måke', pin)
    await beginAssessment(page, 'Barnehagelærer')
    await look('question', '.choices input, .aside :is(input, button)')
    await page.getByText('Egen merknad').click()
    await look('note', 'textarea')
    await goToPlan(page)
    await look('goal', 'form :is(input, select, button)')
    expect(faults).toEqual([])
  })

  test('a tablet that is turned in the middle of a question keeps the answer, the words being typed, where they are, and the focus', async () => {
    const page = await stage.browser.open()
    const upright = { width: 820, height: 1180 }
    await page.setViewportSize(upright)
    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Barnehagelærer')
    await answerQuestion(page, 'Gjør det på egen hånd')
    await page.getByText('Egen merknad').click()
    const note = page.getByLabel('Egen merknad')
    await note.fill('Spør Kari om ')
    const held = async () => ({
      note: await note.inputValue(),
      isAnswered: await page.getByRole('radio', { name: /^Gjør det på egen hånd/ }).isChecked(),
      ...(await page.evaluate(() => {
        const at = document.activeElement as HTMLTextAreaElement
        const { top, bottom } = at.getBoundingClientRect()
        return { on: at.tagName, caret: at.selectionStart, isSeen: top >= 0 && bottom <= innerHeight, address: location.pathname }
      })),
    })
    const before = await held()
    expect(before).toMatchObject({ note: 'Spør Kari om ', isAnswered: true, on: 'TEXTAREA', caret: 13, isSeen: true })
    await page.setViewportSize({ width: 1180, height: 820 })
    expect(await held()).toEqual(before)
    await page.setViewportSize(upright)
    expect(await held()).toEqual(before)
  })
}, 'test')
