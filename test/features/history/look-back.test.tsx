// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/domain/assessment/assessment.ts'
import { LookBackPage } from '../../../src/features/history/look-back-page.tsx'
import type { Device } from '../../../src/storage/device.ts'
import { showAbout, year } from './shown.tsx'

const two = [year('a', '2025-11-20', [2, 2, 1, 2, 3, 2, 0]), year('b', '2026-11-20', [2, 3, 1, 2, 3, 2, 0])]

async function show(assessments: readonly Assessment[]): Promise<Device> {
  const { device } = await showAbout(assessments, (page) => <LookBackPage device={page} />)
  return device
}

const pick = (area: RegExp): Promise<void> => userEvent.click(screen.getByRole('checkbox', { name: area }))
const place = (area: string, step: string): Promise<void> =>
  userEvent.click(
    [...screen.getByRole('group', { name: `${area}: hvor var du da?` }).querySelectorAll('input')].find(
      (input) => input.labels?.[0]?.textContent === step,
    ) ?? document.body,
  )
const stored = async (device: Device): Promise<unknown> =>
  ((await device.database.assessments.get('b')) as { lookedBack?: { steps: unknown } } | undefined)?.lookedBack?.steps
const first = 'Fagområder, lek og skapende arbeid'

describe('looking back on last time', () => {
  it('asks about the time before, and first tells what was answered when the person has placed themselves', async () => {
    const device = await show(two)
    expect(screen.getByText(/^Tenk tilbake til 20\. november 2025\./)).toBeTruthy()
    await pick(/^Fagområder/)
    expect(document.body.textContent).not.toContain('Da svarte du')
    await place(first, 'Prøver med støtte')
    expect(await screen.findByText(/Da svarte du «Gjør det på egen hånd»\. I ettertid sier du «Prøver med støtte»\./)).toBeTruthy()
    expect(await stored(device)).toEqual({ '1': 1 })
    expect(screen.getByText('Lagret på denne enheten')).toBeTruthy()
  })

  it('says what each answer may mean, and that it is never sent', async () => {
    await show(two)
    await pick(/^Fagområder/)
    await place(first, 'Gjør det på egen hånd')
    expect(await screen.findByText(/Du ser det likt nå som da\./)).toBeTruthy()
    await place(first, 'Velger med begrunnelse')
    expect(await screen.findByText(/Kanskje kunne du mer da enn du trodde\./)).toBeTruthy()
    expect(screen.getByText(/^Dette sendes aldri/)).toBeTruthy()
  })

  it('takes three areas and says so at the fourth', async () => {
    await show(two)
    for (const area of [/^Fagområder/, /^Barnehagen/, /^Etikk/, /^Pedagogisk/]) await pick(area)
    expect(screen.getByText(/^Tre områder er nok\./)).toBeTruthy()
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(3)
  })

  it.each([
    ['the word beside it', () => userEvent.click(screen.getByRole('button', { name: `Ta bort ${first}` }))],
    ['choosing the area no more', () => pick(/^Fagområder/)],
  ])('is taken away by %s', async (_says, takeAway) => {
    const device = await show(two)
    await pick(/^Fagområder/)
    await place(first, 'Prøver med støtte')
    await screen.findByText(/Da svarte du/)
    await takeAway()
    await waitFor(async () => {
      expect(await stored(device)).toBeUndefined()
    })
  })

  it('leaves everything else of the assessment as it was', async () => {
    const device = await show(two)
    await pick(/^Fagområder/)
    await place(first, 'Prøver med støtte')
    await screen.findByText(/Da svarte du/)
    expect(await device.database.assessments.get('b')).toMatchObject({ ...two[1], changedAt: device.now() })
    expect(await device.database.assessments.get('a')).toEqual(two[0])
  })

  it('tells when it could not be saved', async () => {
    const device = await show(two)
    device.database.assessments.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await pick(/^Fagområder/)
    await place(first, 'Prøver med støtte')
    expect((await screen.findByRole('alert')).textContent).toContain('ikke lagret')
  })
})

describe('who has nothing to look back on', () => {
  it.each([
    ['a first assessment', two.slice(1)],
    ['no assessment', []],
    ['one from another sector', [{ ...year('a', '2025-11-20', [2]), sector: 'sfo' as const }, ...two.slice(1)]],
  ])('is told so: %s', async (_says, assessments) => {
    await show(assessments)
    expect(screen.getByText(/ingen tidligere kartlegging å se tilbake på/)).toBeTruthy()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })
})
