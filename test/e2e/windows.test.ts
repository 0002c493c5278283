import { test } from 'vitest'
import { answerQuestion, beginAssessment, goOn } from '../support/staff.ts'
import { inEveryBrowser } from '../support/stage.ts'

inEveryBrowser((stage) => {
  test('two windows that open together share one device: each goes on where the other was, and none writes over it or keeps what is deleted', async () => {
    const [one, other] = [await stage.browser.open(), await stage.browser.openAnother()]
    await Promise.all([one, other].map((page) => page.goto(stage.server.origin)))
    await Promise.all([one, other].map((page) => page.getByRole('heading', { level: 1, name: 'Finn ut hvor du står' }).waitFor()))

    await beginAssessment(one, 'Styrer')
    await answerQuestion(one, 'Ikke ennå')
    const first = await one.evaluate(() => location.href)
    await other.goto(stage.server.origin)
    await other.getByRole('link', { name: 'Fortsett' }).click()
    await other.getByText('Spørsmål 2 av 3').waitFor()
    await answerQuestion(other, 'Prøver med støtte')

    await goOn(one)
    await one.getByRole('radio', { name: /^Prøver med støtte/, checked: true }).waitFor()
    await goOn(one)
    await answerQuestion(one, 'Velger med begrunnelse')
    await other.goto(first)
    await other.getByRole('radio', { name: /^Ikke ennå/, checked: true }).waitFor()
    await goOn(other)
    await goOn(other)
    await other.getByRole('radio', { name: /^Velger med begrunnelse/, checked: true }).waitFor()

    await other.goto(`${stage.server.origin}/mine-data`)
    await other.getByRole('button', { name: 'Slett alt på denne enheten' }).click()
    await other.getByRole('button', { name: 'Ja, slett alt' }).click()
    await other.getByRole('button', { name: 'Ja, slett alt' }).waitFor({ state: 'detached' })
    await one.getByText('Velg arbeidssted og rolle').waitFor()
  })
})
