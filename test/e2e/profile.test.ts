import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { initialised, linkMade } from '../../src/protocol/admin.ts'
import { profileFile } from '../../src/protocol/profile.ts'
import { round } from '../../src/protocol/round.ts'
import { violationsOn } from '../support/axe.ts'
import { openRound, slipsOf } from '../support/open-round.ts'
import { setStage } from '../support/stage.ts'
import { answerTheRest, beginAssessment } from '../support/staff.ts'

const stage = setStage()

async function signIn(page: Page, municipality: string): Promise<void> {
  const { link } = linkMade.parse(await stage.server.peil('owner-link', '--municipality', municipality))
  await page.goto(link)
  await page.getByRole('button', { name: 'Logg inn' }).click()
  await page.waitForURL(/eier/)
}

const goTo = async (page: Page, part: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Deler av profilen' }).getByRole('link', { name: part, exact: true }).click()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await page.getByText('Lagret. De ansatte får det').waitFor()
}

/** The owner writes a goal, sets a step, confirms a resource, and takes the profile out as a file. */
async function editProfile(page: Page, file: string): Promise<void> {
  await page.getByRole('link', { name: 'Profil', exact: true }).click()
  await page.getByText('Bygger på «De fem nasjonale målene»').waitFor()
  await goTo(page, 'Mål')
  await page.getByLabel('Navn på målet').first().fill('Barna lager selv')
  await page.getByRole('button', { name: 'Flytt ned: Barna lager selv' }).click()
  await goTo(page, 'Steg')
  await page.getByRole('combobox', { name: 'Etikk, Fagarbeidere og assistenter' }).selectOption('Med begrunnelse')
  await goTo(page, 'Ressurser')
  await page.getByRole('button', { name: 'Bekreft: IKTplan' }).click()
  await save(page)
  await goTo(page, 'Fil')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lagre som fil' }).click()])
  expect(download.suggestedFilename()).toBe('peil-profil-provik-kommune.json')
  await download.saveAs(file)
  await page.getByRole('button', { name: 'Logg ut' }).click()
  await page.waitForURL(stage.server.origin)
}

test('an owner changes the profile, another municipality takes it over, and a tablet in a round of the first shows what was confirmed', async () => {
  const page = await stage.browser.open()
  const file = join(stage.server.dataFolder, 'profil.json')
  const { opened } = await openRound(stage.server, async (municipality) => {
    await signIn(page, municipality)
    await editProfile(page, file)
    const stored = profileFile.parse(await stage.server.peil('profile-export', '--municipality', municipality))
    expect(stored.profile.goals[1]?.id).toBe('digital-practice')
    expect(stored.words['nb']?.goals['digital-practice']).toBe('Barna lager selv')
    expect(stored.profile.confirmedResources).toEqual(['iktplan'])
  })
  const document = round.parse(await (await fetch(`${stage.server.origin}/api/v1/rounds/${opened.round}`)).json())
  expect(document.dimensions.find(({ id }) => id === '3')?.targets).toMatchObject({ practice: 3 })

  const other = initialised.parse(await stage.server.peil('init', '--municipality', 'Nabovik kommune'))
  await signIn(page, other.municipality)
  await page.goto(`${stage.server.origin}/eier/profil/fil`)
  await page.getByLabel('Velg en fil').setInputFiles(file)
  await page.getByRole('heading', { name: /^Filen «profil\.json» endrer/ }).waitFor()
  await page.getByRole('rowheader', { name: 'Bekreftede ressurser' }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Bruk denne' }).click()
  await save(page)
  const taken = profileFile.parse(await stage.server.peil('profile-export', '--municipality', other.municipality))
  expect(taken.words['nb']?.goals['digital-practice']).toBe('Barna lager selv')

  await page.goto(slipsOf(stage.server, opened, 'solstrala')[0] ?? '')
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByText('Plassen din er hentet').waitFor()
  await page.goto(stage.server.origin)
  await beginAssessment(page, 'Assistent eller fagarbeider')
  // All on step 2, but for the three questions of area 3.
  await answerTheRest(page, (at) => (at >= 6 && at <= 8 ? 0 : 2))
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await page
    .getByRole('region', { name: 'Noe å lære av' })
    .getByRole('link', { name: /^IKTplan/ })
    .waitFor()
  expect(stage.browser.foreignRequests(stage.server.origin)).toEqual([])
})
