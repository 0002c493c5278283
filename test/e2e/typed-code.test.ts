import { expect, test } from 'vitest'
import { untilReadyOffline } from '../support/browser.ts'
import { openRound } from '../support/open-round.ts'
import { answerTheRest, beginAssessment } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'

/** The same code with one character misread. */
function misread(code: string): string {
  return `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`
}

inEveryBrowser((stage) => {
  test('a code typed without a network is checked at once, kept, used when the network is back, and the contribution counted', async () => {
    const { opened } = await openRound(stage.server)
    const code = opened.units.find(({ unit }) => unit === 'solstrala')?.codes[0] ?? ''
    const page = await stage.browser.open()
    await page.goto(stage.server.origin)
    await untilReadyOffline(page)
    await page.goto(opened.link)
    await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Høst 2026' }).waitFor()

    await stage.server.kill()
    await page.getByLabel('Enhet').selectOption({ label: 'Solstråla barnehage' })
    await page.getByLabel('Koden på lappen').fill(misread(code))
    await page.getByRole('button', { name: 'Gå videre' }).click()
    await page.getByText('Ett eller flere tegn er feil. Se på lappen en gang til.').waitFor()

    await page.getByLabel('Koden på lappen').fill(code.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Gå videre' }).click()
    await page.getByRole('button', { name: 'Legg lappen klar' }).click()
    await page.getByRole('heading', { name: 'Henter plassen din' }).waitFor()

    await page.goto(stage.server.origin)
    await beginAssessment(page, 'Assistent eller fagarbeider')
    expect(await answerTheRest(page, () => 2)).toBe(25)
    await page.getByRole('button', { name: 'Se resultatet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Slik ser du det selv' }).waitFor()

    await stage.server.start()
    await page.goto(`${stage.server.origin}/bidra`)
    await page.getByRole('heading', { name: 'Vil du bidra til runden?' }).waitFor()
    await page.getByText('Se nøyaktig hva som sendes').waitFor()
    await page.getByRole('button', { name: 'Bidra', exact: true }).click()
    await page.getByRole('button', { name: 'Send nå' }).click()
    await page.getByRole('heading', { name: 'Sendt' }).waitFor()

    await stage.server.peil('round-close', opened.round)
    await page.goto(`${stage.server.origin}/bidra`)
    await page.getByRole('heading', { name: 'Talt med' }).waitFor()
    expect(stage.browser.foreignRequests(stage.server.origin)).toEqual([])
  })
})
