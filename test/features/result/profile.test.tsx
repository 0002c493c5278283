// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { resourcesFor } from '../../../src/domain/resource/choose.ts'
import { ResultPage } from '../../../src/features/result/page.tsx'
import { resources } from '../../../src/instruments/resources.ts'
import type { ProfileFile } from '../../../src/protocol/profile.ts'
import { participationsIn } from '../../../src/storage/participations.ts'
import { profilesIn } from '../../../src/storage/profiles.ts'
import { roundsIn } from '../../../src/storage/rounds.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { ownProfile, ownResource, unchecked } from '../../support/profile.ts'
import { RoundServer } from '../../sync/round-server.ts'
import { finished } from './given.ts'

const weakInEthics = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((area) => [area, area === '3' ? [0, 0, 0] : [2, 2, 2]]),
) as {
  [area: string]: (0 | 2)[]
}
const titles: Readonly<Record<string, string>> = {
  nb: 'Noe å lære av',
  en: 'Something to learn from',
  sv: 'Något att lära av',
  nn: 'Noko å lære av',
}
/** What a member of practice staff in a kindergarten is offered there without a profile. */
const usual = resourcesFor(resources, { dimension: '3', sector: 'barnehage', tier: 'practice', language: 'nb' })

/** A result on a device that has joined a round of the municipality, and what it offers to learn from. */
async function lessonsWith(file: ProfileFile | undefined, language = 'nb') {
  const device = pageDevice()
  const { database } = device
  const { document } = new RoundServer()
  await roundsIn(database).save({ round: document.round, document })
  await participationsIn(database).add({
    ...{ id: 'a', round: document.round, unit: 'solstrala', stage: 'joined' },
    ...{ token: { t: 'A'.repeat(43), s: 'A'.repeat(342), keyId: 'A'.repeat(43) }, dueAt: '2026-11-21T09:00:00.000Z' },
  })
  await profilesIn(database).save(document.round, file)
  await database.assessments.add(finished('a', '2026-11-20', weakInEthics))
  await showPage(<ResultPage device={device} />, '/resultat', language)
  const region = await screen.findByRole('region', { name: titles[language] ?? '' })
  return { region, database, round: document.round, names: () => within(region).queryAllByRole('heading', { level: 3 }).map(nameOf) }
}

/** Without what is said about the new tab. */
function nameOf(heading: HTMLElement): string {
  return (heading.querySelector('a')?.textContent ?? '').replace(/\s*\(.*\)$/, '')
}

test('what the municipality has added stands first, in its own words, and says whose choice it is', async () => {
  const { region, names } = await lessonsWith(ownProfile())
  expect(names()[0]).toBe(ownResource.name)
  const [first] = within(region).getAllByRole('listitem')
  expect(first?.textContent).toContain('En halv time i verkstedet, med en oppgave.')
  expect(first?.textContent).toContain('Fra IT-støtte i Fjordvik · Valgt av kommunen · Uten innlogging')
  expect(within(region).getAllByText(/Valgt av kommunen/)).toHaveLength(1)
  expect(region.textContent, 'Peil has seen only its own').toContain('Vi så lenkene sist 21. november 2026')
})

test.each([
  ['en', 'Half an hour in the workshop, with a task.', null],
  ['nn', 'En halv time i verkstedet, med en oppgave.', 'nb'],
  ['sv', 'Half an hour in the workshop, with a task.', 'en'],
])('whoever reads %s gets its line in the language they know best, marked as such', async (language, line, marked) => {
  const { region } = await lessonsWith(ownProfile(), language)
  expect(within(region).getByText(line).getAttribute('lang')).toBe(marked)
})

test('what is hidden is not offered, and something else takes its place', async () => {
  const [dull] = usual
  const { names } = await lessonsWith(ownProfile({ ownResources: [], hiddenResources: [dull?.id ?? ''] }))
  expect(usual.map(({ name }) => name)).toContain(dull?.name)
  expect(names()).not.toContain(dull?.name)
  expect(names()).toHaveLength(usual.length)
})

test('what is unchecked is offered only where an owner has confirmed it', async () => {
  const hidden = resources.filter((each) => each.dimensions.includes('3')).map(({ id }) => id)
  const doubtful = unchecked.find(
    (each) =>
      each.dimensions.includes('3') &&
      each.sectors.includes('barnehage') &&
      each.tiers.includes('practice') &&
      !each.countries.includes('SE'),
  )
  const file = (confirmedResources: string[]) =>
    ownProfile({ ownResources: [], confirmedResources, hiddenResources: hidden.filter((id) => id !== doubtful?.id) })
  expect((await lessonsWith(file([]))).names()).toEqual([])
  document.body.replaceChildren()
  const { region, names } = await lessonsWith(file([doubtful?.id ?? '']))
  expect(names()).toEqual([doubtful?.name])
  expect(region.textContent).toContain('Valgt av kommunen')
  expect(region.textContent, 'Peil has not seen it').not.toContain('Vi så lenkene sist')
})

test('a municipality in Sweden is offered what is made for Sweden, whatever one reads', async () => {
  const { region } = await lessonsWith(ownProfile({ country: 'SE', ownResources: [] }), 'en')
  const links = within(region).getAllByRole('link')
  const offered = resources.filter(({ url }) => links.some((link) => link.getAttribute('href') === url))
  expect(offered.length).toBeGreaterThan(0)
  for (const { countries } of offered) expect(countries.length === 0 || countries.includes('SE')).toBe(true)
})

test('without a profile all is as ever, and one that comes later is shown at once', async () => {
  const { names, database, round } = await lessonsWith(undefined)
  expect(names()).toEqual(usual.map(({ name }) => name))
  await profilesIn(database).save(round, ownProfile())
  await waitFor(() => {
    expect(names()[0]).toBe(ownResource.name)
  })
})
