import type { AnyPage } from './any-browser.ts'

/** What a member of staff does in the app, in bokmål, in the words on the screen. */
export async function beginAssessment(page: AnyPage, role: string, sector = 'Barnehage'): Promise<void> {
  await page.getByRole('radio', { name: sector, exact: true }).check()
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
  await page.getByRole('button', { name: 'Start kartleggingen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hvor tror du at du er?' }).waitFor()
  await page.getByRole('button', { name: 'Hopp over alt dette' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hvor tror du at du er?' }).waitFor({ state: 'detached' })
}

/** Answers the question on the screen with a step, and waits until that is said to be stored. */
export async function answerQuestion(page: AnyPage, step: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${step}`) }).check()
  // The second is what a guest reads.
  await page
    .getByRole('status')
    .getByText(/^(Lagret|Ligger her)/)
    .waitFor()
}

/** Waits until the next screen is there. The address changes first, and what is on the screen a moment later. */
export async function leaveBy(page: AnyPage, press: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => location.href)
  const heading = await page.getByRole('heading', { level: 1 }).innerText()
  await press()
  await page.waitForURL((url) => url.href !== before)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor({ state: 'detached' })
}

/** Leaves the screen for the next one. */
export async function goOn(page: AnyPage): Promise<void> {
  await leaveBy(page, () => page.getByRole('button', { name: 'Neste' }).click())
}

const steps = ['Ikke ennå', 'Prøver med støtte', 'Gjør det på egen hånd', 'Velger med begrunnelse', 'Utvikler sammen med andre']

/** Goes through what is left, question by question, up to the last page. Gives back how many questions were answered. */
export async function answerTheRest(page: AnyPage, stepOf: (question: number) => number): Promise<number> {
  let questions = 0
  for (;;) {
    const path = await page.evaluate(() => location.pathname)
    if (path.startsWith('/kartlegging/punkt/')) {
      await answerQuestion(page, steps[stepOf(questions)] ?? 'Ikke ennå')
      questions += 1
      await goOn(page)
    } else if (path.startsWith('/kartlegging/omraade/')) {
      await page.getByRole('radio', { name: /^Ganske sikker/ }).check()
      await goOn(page)
    } else return questions
  }
}
