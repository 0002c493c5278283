// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import nb from '../../../locales/nb/barnehage.json'
import { withoutTerms } from '../../../src/domain/content/terms.ts'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import { corePacks, instrumentFor } from '../../../src/instruments/packs.ts'
import type { Device } from '../../../src/storage/device.ts'
import { listParticipations } from '../../../src/storage/participations.ts'
import { createDevice } from '../../support/device.ts'
import { pageDevice } from '../../support/page.tsx'
import { RoundServer } from '../../sync/round-server.ts'
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

describe('the parts of an assessment that starts', () => {
  async function joined(state: 'open' | 'released'): Promise<Device> {
    const device = pageDevice()
    const server = new RoundServer()
    await createDevice(server.exchange, { database: device.database }).join(server.slip())
    const [privacy] = server.document.dimensions.slice(-1)
    const dimensions = privacy ? [...server.document.dimensions, { ...privacy, id: 'ai' as const }] : []
    const document = { ...server.document, state, dimensions }
    await device.database.table('rounds').put({ round: document.round, document })
    return device
  }

  async function partsAfter(device: Device, search: string): Promise<readonly string[]> {
    await showAssessment(device, `/kartlegging/ny?${search}`)
    await waitFor(() => {
      expect(address()).not.toContain('/ny')
    })
    return (await stored(device)).modules
  }

  test.each([
    ['sector=skole&role=teacher', ['privacy']],
    ['sector=skole&role=owner', ['privacy', 'leadership']],
  ])('are privacy for everyone, and leading for those who lead: %s', async (search, parts) => {
    expect(await partsAfter(pageDevice(), search)).toEqual(parts)
  })

  test.each([
    ['open', 'barnehage', ['privacy', 'ai']],
    ['released', 'barnehage', ['privacy']],
    ['open', 'skole', ['privacy']],
  ] as const)('with a round in kindergartens that is %s are, in %s, %j', async (state, sector, parts) => {
    expect(await partsAfter(await joined(state), `sector=${sector}&role=practice`)).toEqual(parts)
  })

  test('are not those of a round that gave no place', async () => {
    const device = await joined('open')
    const [place] = await listParticipations(device.database)
    const refused = {
      id: place?.id,
      round: place?.round,
      unit: place?.unit,
      code: 'ABCDEFGHJKMNPQRST',
      stage: 'joining',
      refusal: 'code-spent',
    }
    await device.database.table('participations').put(refused)
    expect(await partsAfter(device, 'sector=barnehage&role=practice')).toEqual(['privacy'])
  })

  test('are those that were chosen, and no part that does not fit the role', async () => {
    expect(await partsAfter(pageDevice(), 'sector=sfo&role=practice&deler=privacy+screen+leadership')).toEqual(['privacy', 'screen'])
  })

  test('are added to what is under way, which keeps its answers', async () => {
    const device = await deviceWith({ answers: everyAnswer() })
    expect(await partsAfter(device, 'sector=barnehage&role=practice&deler=privacy+screen')).toEqual(['privacy', 'screen'])
    expect(await stored(device)).toMatchObject({ id: 'a', answers: everyAnswer() })
  })

  test('are privacy in an assessment from before parts could be chosen', async () => {
    const device = pageDevice()
    const { modules: _modules, vignettes: _vignettes, ...old } = underWay({ answers: everyAnswer() })
    await device.database.table('assessments').add(old)
    expect(await stored(device)).toMatchObject({ modules: ['privacy'], vignettes: {}, answers: everyAnswer() })
  })
})

describe('a story', () => {
  const [first, second] = corePacks.barnehage.vignettes ?? []

  test('is placed on the same five steps, leads to the next, and changes no answer', async () => {
    const device = await deviceWith({ finishedAt, tier: 'leader' })
    await showAssessment(device, `/kartlegging/fortelling/${first?.id ?? ''}`)
    const steps = within(screen.getByRole('group', { name: /\?$/ })).getAllByRole('radio')
    expect(steps).toHaveLength(5)
    const forEveryone = (nb.items as Record<string, { anchors: string[] }>)[first?.item ?? '']?.anchors ?? []
    const shown = document.querySelector('.choices')?.textContent ?? ''
    for (const anchor of forEveryone) expect(shown, 'worded for everyone, also when a leader reads').toContain(withoutTerms(anchor))
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
