// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { AboutPage } from '../../../src/features/about/page.tsx'
import { showPage } from '../../support/page.tsx'

test.each([
  ['nb', 'Det vi ikke kan love', 'ikke psykometrisk validert'],
  ['en', 'What we cannot promise', 'not yet been psychometrically validated'],
])('the page in %s says what cannot be promised and what is not validated', async (language, limits, validation) => {
  await showPage(<AboutPage />, '/om', language)
  expect(screen.getByRole('heading', { name: limits })).toBeTruthy()
  expect(document.body.textContent).toContain(validation)
})

test('the page says of everything a person can press on a shared device what it comes to, in the words on the buttons', async () => {
  await showPage(<AboutPage />, '/om', 'nb')
  const said = Object.fromEntries(screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]))
  expect(said['Bare denne gangen']).toMatch(/heller ikke du/)
  expect(said['Ferdig og slett']).toMatch(/Bare et bidrag som venter på å bli sendt, blir liggende/)
  expect(said['Sikkerhetskopi']).toMatch(/låst med en passfrase/)
})

test.each([
  ['nb', 'Kameraet er på bare når du har slått det på.', 'Tolv siffer tar flere år.'],
  ['nn', 'Kameraet er på berre når du har slått det på.', 'Tolv siffer tek fleire år.'],
  ['sv', 'Kameran är på bara när du har slagit på den.', 'Tolv siffror tar flera år.'],
  ['en', 'The camera is on only when you have turned it on.', 'Twelve digits take years.'],
])('the page in %s promises what holds for the camera, and does not promise too much of a short PIN', async (language, camera, pin) => {
  await showPage(<AboutPage />, '/om', language)
  const [promises, limits] = screen.getAllByRole('list')
  expect(promises?.textContent).toContain(camera)
  expect(limits?.textContent).toContain(pin)
})
