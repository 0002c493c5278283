// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { corePacks, instrumentFor } from '../../../src/instruments/packs.ts'
import type { Device } from '../../../src/storage/device.ts'
import { pageDevice } from '../../support/page.tsx'
import { address, showAssessment, stored, underWay } from './shown.tsx'

const finishedAt = '2026-11-20T10:00:00.000Z'

async function deviceWith(parts: Parameters<typeof underWay>[0]): Promise<Device> {
  const device = pageDevice()
  await device.database.assessments.add(underWay(parts))
  return device
}

function everyAnswer(): ReturnType<typeof underWay>['answers'] {
  const items = itemsOf(instrumentFor({ sector: 'barnehage', modules: ['privacy'] }))
  return Object.fromEntries(items.map((item) => [item.id, { answer: { kind: 'step', step: 2 } as const, version: item.version }]))
}

describe('more parts', () => {
  test('are taken along after the end: the assessment opens again at the first new question, with all answers kept', async () => {
    const confidence = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7', 'privacy'].map((dimension) => [dimension, 'sure' as const]))
    const device = await deviceWith({ answers: everyAnswer(), confidence, finishedAt })
    await showAssessment(device, '/kartlegging/deler')
    expect(screen.queryByRole('checkbox', { name: /^Ledelse/ }), 'leading is for those who lead').toBeNull()
    await userEvent.click(screen.getByRole('checkbox', { name: /^Skjermbruk/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Svar på disse' }))
    await waitFor(() => {
      expect(address()).toBe('/kartlegging/punkt/screen.choosing')
    })
    const now = await stored(device)
    expect(now).toMatchObject({ modules: ['privacy', 'screen'], answers: everyAnswer() })
    expect(now.finishedAt).toBeUndefined()
  })

  test('may be left: nothing changes, and the way leads back to the result', async () => {
    const device = await deviceWith({ finishedAt })
    await showAssessment(device, '/kartlegging/deler')
    await userEvent.click(screen.getByRole('button', { name: 'Ikke nå' }))
    expect(address()).toBe('/resultat')
    expect((await stored(device)).finishedAt).toBe(finishedAt)
  })

  test('conditions at work are asked without asking how sure one is of oneself', async () => {
    const modules = ['privacy', 'conditions'] as const
    const items = instrumentFor({ sector: 'barnehage', modules }).parts.at(-1)?.items ?? []
    const device = await deviceWith({ modules })
    await showAssessment(device, `/kartlegging/punkt/${items.at(-1)?.id ?? ''}`)
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    await waitFor(() => {
      expect(address()).toBe('/kartlegging/slutt')
    })
  })
})

describe('a story', () => {
  const [first, second] = corePacks.barnehage.vignettes ?? []

  test('is placed on the same five steps, leads to the next, and changes no answer', async () => {
    const device = await deviceWith({ finishedAt, tier: 'leader' })
    await showAssessment(device, `/kartlegging/fortelling/${first?.id ?? ''}`)
    const steps = within(screen.getByRole('group', { name: /\?$/ })).getAllByRole('radio')
    expect(steps).toHaveLength(5)
    await userEvent.click(screen.getByRole('radio', { name: /^Gjør det på egen hånd/ }))
    await waitFor(async () => {
      expect((await stored(device)).vignettes).toEqual({ [first?.id ?? '']: 2 })
    })
    expect(await stored(device)).toMatchObject({ answers: {}, finishedAt })
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    expect(address()).toBe(`/kartlegging/fortelling/${second?.id ?? ''}`)
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    expect(address()).toBe('/resultat')
  })

  test('that does not exist says so', async () => {
    await showAssessment(await deviceWith({}), '/kartlegging/fortelling/barnehage.vignette.none')
    expect(screen.getByRole('heading', { name: 'Dette spørsmålet finnes ikke' })).toBeTruthy()
  })
})
