import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { initialised, roundOpened } from '../../src/protocol/admin.ts'
import { packLoaded } from '../../src/protocol/own-pack.ts'
import { round as roundDocument } from '../../src/protocol/round.ts'
import { untilReadyOffline } from '../support/browser.ts'
import { slipsOf } from '../support/open-round.ts'
import { answerQuestion, answerTheRest, beginAssessment, goOn } from '../support/staff.ts'
import { setStage } from '../support/stage.ts'

const stage = setStage()

/** A municipality whose school asks its own questions: the template, with one question of its own. */
async function openOwnRound() {
  const { server } = stage
  const fileAt = (name: string) => join(server.dataFolder, name)
  const { municipality } = initialised.parse(await server.peil('init', '--municipality', 'Prøvik kommune'))
  const template = JSON.stringify(await server.peil('pack-template', '--for', 'skole'))
  const own = template
    .replaceAll('our-skole', 'provik-skole')
    .replace('Skriv her hva spørsmålet handler om (1, spørsmål 1)', 'Vi leser kart med elevene')
  await writeFile(fileAt('pack.json'), own)
  await server.peil('pack-check', fileAt('pack.json'))
  const { sha256 } = packLoaded.parse(await server.peil('pack-load', fileAt('pack.json'), '--municipality', municipality))
  await writeFile(fileAt('units.csv'), 'unit,name,sector\nfjord,Fjord skole,skole\n')
  await server.peil('units-import', fileAt('units.csv'), '--municipality', municipality)
  const closes = new Date(Date.now() + 14 * 86_400_000).toISOString()
  const units = [{ unit: 'fjord', headcount: { teacher: 6 } }]
  await writeFile(fileAt('round.json'), JSON.stringify({ title: 'Egen runde', municipality, closes, units }))
  return { opened: roundOpened.parse(await server.peil('round-open', fileAt('round.json'))), sha256 }
}

test('a municipality’s own questions: joined by code, answered without a network, and contributed', async () => {
  const { server, browser } = stage
  const { opened, sha256 } = await openOwnRound()
  const asked = roundDocument.parse(await (await fetch(`${server.origin}/api/v1/rounds/${opened.round}`)).json())
  expect(asked.units[0]?.instrument).toEqual({ id: 'skole', version: `2026.1+provik-skole.${sha256}` })

  const [slip = ''] = slipsOf(server, opened, 'fjord')
  const page = await browser.open()
  await page.goto(server.origin)
  await untilReadyOffline(page)
  await page.goto(slip)
  await page.getByRole('button', { name: 'Fortsett i denne fanen' }).click()
  await page.getByRole('button', { name: 'Hent plassen min' }).click()
  await page.getByRole('heading', { level: 1, name: 'Plassen din er hentet' }).waitFor()
  // The questions come with the place.
  await page.goto(`${server.origin}/mine-data`)
  await page.getByText('Egne spørsmålssett').waitFor()

  await server.kill()
  await page.goto(server.origin)
  await beginAssessment(page, 'Lærer', 'Skole')
  await page.getByRole('heading', { level: 1, name: 'Vi leser kart med elevene' }).waitFor()
  await answerQuestion(page, 'Velger med begrunnelse')
  await goOn(page)
  expect(await answerTheRest(page, () => 3)).toBe(13 + 4)
  await page.getByRole('button', { name: 'Se resultatet' }).click()
  await page.getByText('provik-skole, utgave 2026.1').waitFor()
  expect(await page.getByText('«Jeg velger måten selv, og sier hvorfor.»').count()).toBe(1)

  await server.start()
  await page.goto(`${server.origin}/bidra`)
  await page.getByRole('heading', { name: 'Vil du bidra til runden?' }).waitFor()
  await page.getByRole('button', { name: 'Bidra', exact: true }).click()
  await page.getByRole('button', { name: 'Send nå' }).click()
  await page.getByRole('heading', { name: 'Sendt' }).waitFor()
  expect(browser.foreignRequests(server.origin)).toEqual([])
})
