// @vitest-environment jsdom
import { configure, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { expect, test } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import { Code } from '../../../src/features/my-data/carry/code.tsx'
import { FetchPage } from '../../../src/features/my-data/carry/fetch-page.tsx'
import { carriedLink } from '../../../src/protocol/carried.ts'
import { must } from '../../support/must.ts'
import { pageDevice, showPage } from '../../support/page.tsx'

/** What a page reads and packs takes its time where tests share a processor. */
configure({ asyncUtilTimeout: 10_000 })

const at = '2026-11-20T09:00:00.000Z'
const finished: Assessment = {
  ...{ id: 'one', sector: 'sfo', tier: 'practice', instrumentVersion: '2026.1', modules: [], startedAt: at, changedAt: at, finishedAt: at },
  ...{ predictions: {}, confidence: {}, vignettes: {}, notes: { 'sfo.1.creating': 'Spør Mats' } },
  answers: { 'sfo.1.creating': { answer: { kind: 'step', step: 3 }, version: 1 }, 'sfo.2.x': { answer: { kind: 'skipped' }, version: 1 } },
}
const fragment = async (): Promise<string> => new URL(must(await carriedLink('https://peil.test', finished))).hash

test('a finished result is shown as a code that says when it is from', async () => {
  const device = pageDevice()
  await device.database.assessments.put(finished)
  await showPage(<Code device={device} />)
  const code = await screen.findByRole('img', { name: 'QR-kode med resultatet fra 20. november 2026' })
  expect(code.querySelectorAll('path')[0]?.getAttribute('d')?.length).toBeGreaterThan(1000)
  screen.getByText(/Alle som ser skjermen, kan skanne koden/)
})

test('of several results the latest is shown', async () => {
  const device = pageDevice()
  const before = '2025-11-20T09:00:00.000Z'
  await device.database.assessments.bulkPut([
    { ...finished, id: 'before', startedAt: before, changedAt: before, finishedAt: before },
    finished,
    { ...finished, id: 'long-before', startedAt: '2024-11-20T09:00:00.000Z', finishedAt: '2024-11-20T09:00:00.000Z' },
  ])
  await showPage(<Code device={device} />)
  await screen.findByRole('img', { name: 'QR-kode med resultatet fra 20. november 2026' })
})

test('a result that no code can hold is said to be too large for one', async () => {
  const device = pageDevice()
  const ids = Array.from({ length: 400 }, () => crypto.randomUUID())
  const answers = Object.fromEntries(ids.map((item) => [item, { answer: { kind: 'skipped' }, version: 1 } as const]))
  await device.database.assessments.put({ ...finished, answers })
  await showPage(<Code device={device} />)
  await screen.findByText(/Dette resultatet er for stort/)
  expect(screen.queryByRole('img')).toBeNull()
})

test('without a finished result there is no code', async () => {
  await showPage(<Code device={pageDevice()} />)
  await screen.findByText('Her ligger ikke noe ferdig resultat å ta med.')
  expect(screen.queryByRole('img')).toBeNull()
})

test('a result from a code is taken in when the person says so, and only once', async () => {
  const device = pageDevice()
  await showPage(<FetchPage device={device} />, `/hent${await fragment()}`)
  const user = userEvent.setup()
  await screen.findByText('20. november 2026')
  screen.getByText(/SFO, /)
  expect(await device.database.assessments.count()).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Legg det inn her' }))
  await screen.findByText('Resultatet ligger nå på denne enheten.')
  expect(await device.database.assessments.toArray()).toEqual([{ ...finished, notes: {} }])
})

function Where(): ReactElement {
  return <output data-testid="where">{`${useNavigationType()} ${useLocation().hash}`}</output>
}

test('what the code said stands neither in the address nor in the history once it is read', async () => {
  const pages = (
    <>
      <FetchPage device={pageDevice()} />
      <Where />
    </>
  )
  await showPage(pages, `/hent${await fragment()}`)
  await screen.findByText('20. november 2026')
  expect(screen.getByTestId('where').textContent).toBe('REPLACE ')
})

test('a result that is here already stays as it is, with its notes', async () => {
  const device = pageDevice()
  await device.database.assessments.put(finished)
  await showPage(<FetchPage device={device} />, `/hent${await fragment()}`)
  await userEvent.click(await screen.findByRole('button', { name: 'Legg det inn her' }))
  await screen.findByText(/Resultatet lå her fra før/)
  expect(await device.database.assessments.toArray()).toEqual([finished])
})

test.each([
  ['#1.AAAA', /Denne koden kan ikke leses/],
  ['#9.AAAA', /Koden er fra et nyere Peil/],
  ['', /Skann koden fra nettbrettet en gang til/],
])('%j is told in words', async (hash, said) => {
  await showPage(<FetchPage device={pageDevice()} />, `/hent${hash}`)
  await screen.findByText(said)
  expect(screen.queryByRole('button')).toBeNull()
})

test('where nothing more can be stored, that is said', async () => {
  const device = pageDevice()
  await showPage(<FetchPage device={device} />, `/hent${await fragment()}`)
  device.database.close()
  await userEvent.click(await screen.findByRole('button', { name: 'Legg det inn her' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Lageret på enheten svarer ikke')
})
