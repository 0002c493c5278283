import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AnyBrowser } from '../support/any-browser.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { looker } from '../support/page-faults.ts'
import { answerTheRest, beginAssessment } from '../support/staff.ts'
import { engines } from '../support/stage.ts'

describe.each(Object.entries(engines))('%s', (_name, prepare) => {
  let demo: Demo
  let browser: AnyBrowser

  beforeAll(async () => {
    demo = await startDemo()
  })
  beforeEach(async () => {
    // Without motion, so that no colour is looked at halfway.
    browser = await prepare({ reducedMotion: 'reduce' })
  })
  afterEach(async () => {
    await browser.remove()
    expect(browser.complaints()).toEqual([])
  })
  afterAll(async () => {
    await demo.server.remove()
  })

  test('no page outside the questions breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
    const page = await browser.open()
    const { look, faults } = looker(page)
    const about = ['/om', '/om/instrumentet', '/om/samtalekort', '/om/skjermrad', '/om/installer']
    for (const path of ['/', ...about, '/kunnskap', '/kartlegging', '/mine-data', '/resultat', '/plan', '/bidra', '/r', '/finnes-ikke']) {
      await page.goto(demo.server.origin + path)
      await look(path)
    }
    await page.goto(demo.server.origin)
    await page.getByRole('radio', { name: 'Skole' }).check()
    await page.getByRole('radio', { name: 'Rektor' }).check()
    await page.getByText('Velg flere deler').click()
    await look('start with every choice open')
    await page.goto(`${demo.server.origin}/kunnskap/ai`)
    await page.getByRole('radio').first().check()
    await look('knowledge check with an answer')
    expect(faults).toEqual([])
  })

  test('no page of an assessment breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
    const page = await browser.open()
    const { origin } = demo.server
    const { look, faults } = looker(page)
    await page.goto(origin)
    await beginAssessment(page, 'Barnehagelærer')
    await page.getByText('Et eksempel').click()
    await page.getByText('Egen merknad').first().click()
    await look('question with example and note')
    await page.goto(`${origin}/kartlegging/forventning`)
    await look('prediction')
    await page.goto(`${origin}/kartlegging/omraade/1`)
    await look('confidence')
    await page.goto(origin)
    await look('start, under way')
    await page.goto(`${origin}/kartlegging`)
    await page.waitForURL(/punkt|omraade/)
    await answerTheRest(page, (at) => at % 4)
    await look('end of the questions')
    await page.getByRole('link', { name: /^Flere deler/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Ta med flere deler' }).waitFor()
    await look('more parts')
    await page.getByRole('checkbox', { name: /^Grunnleggende IT/ }).check()
    await page.getByRole('checkbox', { name: /^Vilkår/ }).check()
    await page.getByRole('button', { name: 'Svar på disse' }).click()
    await page.waitForURL(/punkt/)
    await answerTheRest(page, (at) => at % 4)
    await page.getByRole('link', { name: /^To små fortellinger/ }).click()
    await page.waitForURL(/fortelling/)
    await page.getByRole('radio', { name: /^Prøver med støtte/ }).check()
    await look('story')
    await page.goto(`${origin}/kartlegging/slutt`)
    await page.getByRole('button', { name: 'Se resultatet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
    await page.getByText('Fortellingene du leste').click()
    await look('result with basic IT, conditions and a story')
    await page
      .getByRole('button', { name: 'Legg i planen' })
      .or(page.getByRole('link', { name: 'Legg i planen' }))
      .click()
    await page.waitForURL(/plan/)
    await look('plan')
    expect(faults).toEqual([])
  })

  test('no page of a contribution breaks WCAG 2.2 A or AA, in light or dark, and all fit 320 px and 200 % text', async () => {
    const page = await browser.open()
    const { origin } = demo.server
    const { look, faults } = looker(page)
    await page.goto(demo.staff)
    await look('slip in a tab')
    await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
    await page.getByRole('button', { name: 'Hent plassen min' }).waitFor()
    await look('slip')
    await page.getByRole('button', { name: 'Hent plassen min' }).click()
    await page.getByRole('heading', { level: 1, name: 'Plassen din er hentet' }).waitFor()
    await look('place held')
    await page.goto(origin)
    await beginAssessment(page, 'Barnehagelærer')
    await answerTheRest(page, (at) => at % 4)
    await page.getByRole('button', { name: 'Se resultatet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()
    await look('result with targets')
    await page.goto(`${origin}/bidra`)
    await page.getByText('Se nøyaktig hva som sendes').waitFor()
    await look('offer')
    await page.getByRole('button', { name: 'Bidra', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Bidraget ditt' }).waitFor()
    await look('status')
    expect(faults).toEqual([])
  })
})
