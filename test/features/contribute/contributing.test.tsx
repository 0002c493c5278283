// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import type { UnitResult } from '../../../src/protocol/results.ts'
import type { Round } from '../../../src/protocol/round.ts'
import { roundsIn } from '../../../src/storage/rounds.ts'
import { unitId } from '../../sync/round-server.ts'
import { type Scene, finished, newScene, showScene } from './shown.tsx'

let scene: Scene
let id: string

beforeEach(async () => {
  scene = newScene()
  id = await scene.simulated.join(scene.server.slip())
})

const press = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }))
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name })

async function showOffer(tier: Parameters<typeof finished>[0] = 'teacher'): Promise<void> {
  await scene.device.database.assessments.add(finished(tier))
  await showScene(scene)
}

function withTiers(tiers: ('practice' | 'teacher')[]): void {
  const { document } = scene.server
  scene.server.document = { ...document, units: document.units.map((unit) => ({ ...unit, tiers })) }
}

test('every value is shown in words before anything is sent, with what is left out and why', async () => {
  await showOffer()
  await heading('Vil du bidra til runden?')
  const rows = screen.getAllByText(/Ved målet|Steg igjen|Sendes ikke/).map((each) => each.closest('div')?.textContent)
  expect(rows).toEqual([
    'Fagområder, lek og skapende arbeidGjør det på egen håndVed målet',
    'Barnehagen i samfunnetPrøver med støtteSteg igjen',
    'Personvern og informasjonssikkerhetSendes ikke: for få svar',
  ])
  expect(scene.server.posted).toEqual([])
})

describe('a round that asks about a part the person did not take', () => {
  beforeEach(async () => {
    const { document } = scene.server
    const [{ targets }] = document.dimensions.slice(-1) as [Round['dimensions'][number]]
    const dimensions = [...document.dimensions, { id: 'ai' as const, targets }, { id: 'leadership' as const, targets }]
    await roundsIn(scene.device.database).save({ round: document.round, document: { ...document, dimensions } })
  })

  const more = () => screen.queryByRole('link', { name: 'Ta med flere deler' })

  test('sends nothing about it, and offers to take it along first', async () => {
    await showOffer()
    await heading('Vil du bidra til runden?')
    expect(screen.getAllByText('Sendes ikke: ikke med i kartleggingen')).toHaveLength(2)
    expect(screen.getByText(/ikke er med i kartleggingen din: Kunstig intelligens \(KI\)\. Du kan/), 'leading is for others').toBeTruthy()
    expect(more()?.getAttribute('href')).toBe('/kartlegging/deler')
  })

  test('offers it no more while a newer assessment is under way: parts would go to that one', async () => {
    const newer = { ...finished(), id: 'newer', startedAt: '2026-11-21T08:00:00.000Z' }
    const { finishedAt: _finished, ...open } = newer
    await scene.device.database.assessments.add(open)
    await showOffer()
    await heading('Vil du bidra til runden?')
    expect(more()).toBeNull()
  })
})

test('who is answering for another workplace starts anew for this one', async () => {
  const { finishedAt: _finished, ...open } = finished()
  await scene.device.database.assessments.add({ ...open, sector: 'skole' })
  await showScene(scene)
  expect(screen.getByRole('link', { name: 'Start kartleggingen' }).getAttribute('href')).toBe('/kartlegging/ny')
})

test('the message shown is the message sent', async () => {
  await showOffer()
  await heading('Vil du bidra til runden?')
  await userEvent.click(screen.getByText('Vis meldingen tegn for tegn'))
  const shown = document.querySelector('.wire')?.textContent ?? ''
  await press('Bidra')
  await heading('Venter litt før det sendes')
  await press('Send nå')
  await heading('Sendt')
  const sent = JSON.parse(scene.server.posted[0] ?? '') as Record<string, string>
  expect(Object.keys(sent)).toEqual([...shown.matchAll(/"([a-z]+)":/g)].map(([, name]) => name))
  expect(shown).toContain(`"tier":"${sent['tier'] ?? ''}", "values":"${sent['values'] ?? ''}"`)
  expect(sent).toMatchObject({ tier: '-', values: '2b-' })
  expect(scene.server.votes).toEqual(['2b-'])
})

test('later and no are real answers: nothing is sent, and the mind can be changed', async () => {
  await showOffer()
  await heading('Vil du bidra til runden?')
  await press('Vent til senere')
  await heading('Plassen din er hentet')
  await press('Se hva som sendes')
  await press('Ikke bidra')
  await heading('Du har valgt å ikke bidra')
  await scene.simulated.contributing.wake('start')
  expect(scene.server.posted).toEqual([])
  await press('Se hva som sendes')
  await press('Bidra')
  await heading('Sendt')
})

test('before it is sent it can be taken back, and nothing has left the device', async () => {
  await showOffer()
  await heading('Vil du bidra til runden?')
  await press('Bidra')
  await heading('Venter litt før det sendes')
  await press('Trekk tilbake')
  await heading('Plassen din er hentet')
  expect(scene.server.posted).toEqual([])
})

test.each([
  { isGuest: false, says: /^Peil sender bare mens plassen din er åpen/ },
  { isGuest: true, says: /^Du trenger ikke vente: Trykker du «Ferdig»/ },
])('behind a PIN, or as a guest ($isGuest), one is told what happens to it when one goes before it is sent', async ({ isGuest, says }) => {
  scene = { ...scene, device: { ...scene.device, person: { id: 'a', isGuest, isShared: true } } }
  await showOffer()
  await press('Bidra')
  await heading('Venter litt før det sendes')
  expect(screen.getByText(says)).toBeTruthy()
  await press('Send nå')
  await heading('Sendt')
  expect(screen.queryByText(says)).toBeNull()
})

describe('a place from another device, where a contribution waited', () => {
  beforeEach(async () => {
    const version = { tier: '-', values: '000', r: 'A'.repeat(43) }
    await scene.simulated.ports.participations.change(id, (stored) =>
      stored.stage === 'joined' ? { ...stored, choice: 'later', elsewhere: [version] } : stored,
    )
    await showOffer()
  })

  test('is not said to have sent nothing, and takes what is given here instead', async () => {
    await heading('Noe kan være sendt fra en annen enhet')
    expect(screen.queryByText(/Ingenting er sendt/)).toBeNull()
    await press('Se hva som sendes')
    expect(screen.queryByRole('button', { name: 'Ikke bidra' }), 'no would not take it back').toBeNull()
    await userEvent.click(screen.getByText('Vis meldingen tegn for tegn'))
    expect(document.querySelector('.wire')?.textContent).toContain('"prev"')
    await press('Send endringen')
    await heading('Venter litt før det sendes')
    await press('Send nå')
    await heading('Sendt')
    await waitFor(() => {
      expect(scene.server.votes).toEqual(['2b-'])
    })
    expect(scene.server.posted.map((body) => JSON.parse(body) as unknown)).toMatchObject([{ prev: { values: '000' } }])
  })

  test('can be withdrawn from here', async () => {
    await press('Trekk tilbake')
    await heading('Trukket tilbake')
    expect(scene.server.votes).toEqual([])
    expect(scene.server.posted).toHaveLength(1)
  })
})

test('what was sent can be changed and withdrawn while the round is open', async () => {
  await scene.simulated.contribute(id, '000')
  await showOffer()
  await heading('Sendt')
  await press('Endre')
  await heading('Vil du endre bidraget?')
  await press('Send endringen')
  await heading('Venter litt før det sendes')
  await press('Send nå')
  await waitFor(() => {
    expect(scene.server.votes).toEqual(['2b-'])
  })
  await heading('Sendt')
  await press('Trekk tilbake')
  await heading('Trukket tilbake')
  expect(scene.server.votes).toEqual([])
})

test('a withdrawal without a network is called one, and says until when what was sent stands', async () => {
  await scene.simulated.contribute(id, '000')
  await showOffer()
  await heading('Sendt')
  scene.server.weather = () => 'down'
  await press('Trekk tilbake')
  await screen.findByRole('heading', { name: /^Trekkes tilbake/ })
  expect(screen.queryByText(/Bidraget ligger trygt/)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Trekk tilbake' })).toBeNull()
})

test('the focus goes to what happened when a button is gone', async () => {
  await showOffer()
  await heading('Vil du bidra til runden?')
  await press('Bidra')
  await heading('Venter litt før det sendes')
  await press('Send nå')
  const sent = await heading('Sendt')
  await waitFor(() => {
    expect(document.activeElement).toBe(sent)
  })
})

test('in the days of grace the page names their end, and a contribution still goes', async () => {
  scene.server.setState('closed')
  await scene.simulated.contributing.wake('visible')
  await showOffer()
  await heading('Vil du bidra til runden?')
  expect(screen.getByText(/Du kan endre eller trekke tilbake herfra til runden lukkes, senest 14\. desember/).textContent).toContain(
    'Etterpå kan ingen ta det ut av tallene.',
  )
  expect(screen.getByText(/ser nettadressen til enheten\. Adressen blir ikke lagret\./)).toBeTruthy()
  await press('Bidra')
  await heading('Sendt')
  expect(scene.server.votes).toEqual(['2b-'])
})

test('while colleagues are missing, the page says so and needs nothing', async () => {
  scene.server.joined = 'under-5'
  await showOffer()
  await heading('Vil du bidra til runden?')
  await press('Bidra')
  await scene.simulated.contributing.wake('start')
  await heading('Venter på flere kolleger')
  expect(screen.getByText('Litt mindre privat.')).toBeTruthy()
})

test('where the unit sends tiers, the group stands in the list and in the message', async () => {
  withTiers(['practice', 'teacher'])
  await scene.simulated.contributing.readRound(scene.server.document.round)
  await showOffer()
  await heading('Vil du bidra til runden?')
  expect(screen.getByText('Gruppa du telles i').closest('div')?.textContent).toBe('Gruppa du telles iPedagoger')
  await press('Bidra')
  await heading('Venter litt før det sendes')
  const frozen = await scene.simulated.participation(id)
  expect(frozen.stage === 'waiting' && frozen.version.tier).toBe('1')
})

test('a role the unit has no group for is asked, not guessed', async () => {
  withTiers(['teacher'])
  await scene.simulated.contributing.readRound(scene.server.document.round)
  await showOffer('practice')
  await heading('Vil du bidra til runden?')
  await press('Bidra')
  expect(screen.getByText('Velg en gruppe først.').closest('[role=alert]')).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'Pedagoger' }))
  await press('Bidra')
  await heading('Venter litt før det sendes')
  const frozen = await scene.simulated.participation(id)
  expect(frozen.stage === 'waiting' && frozen.version.tier).toBe('0')
})

test("a leader's answers never go into the unit's figures", async () => {
  await showOffer('leader')
  await heading('Ledere bidrar i en egen gruppe')
  expect(screen.queryByRole('button', { name: 'Bidra' })).toBeNull()
})

async function release(result: UnitResult | undefined): Promise<void> {
  const before = scene.server.exchange
  Object.assign(scene.simulated.ports, {
    exchange: (...request: Parameters<typeof before>) => {
      if (!request[1].includes('/results/')) return before(...request)
      const forbidden = { type: 'urn:peil:forbidden', title: '', status: 403 }
      return Promise.resolve(result === undefined ? { status: 403, body: forbidden } : { status: 200, body: result })
    },
  })
  await scene.simulated.contribute(id, '2b-')
  scene.server.setState('released')
  await scene.simulated.contributing.wake('start')
  await showOffer()
}

test('after the release it is counted, cannot be undone, and the unit’s figures are in reach', async () => {
  const dimensions = [
    { id: '1', of: 9, below: { lo: 8, hi: 9 } },
    { id: '2', hidden: true },
  ] as const
  const figures = { n: 9, dimensions: [...dimensions] }
  const round = scene.server.document.round
  await release({ v: 1, round, unit: unitId, state: 'released', n: 9, blocks: [{ tiers: ['*'], ...figures }], total: figures })
  await heading('Talt med')
  expect(screen.getByText(/Nå kan det ikke trekkes tilbake/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Trekk tilbake' })).toBeNull()
  await press('Se resultatet for enheten')
  const result = (await heading('Slik ble det for Solstråla barnehage')).closest('section')
  if (result === null) throw new Error('no result')
  expect(await within(result).findByText(/De fleste har steg igjen/)).toBeTruthy()
  expect(result.textContent.replaceAll('\u2060', '')).toContain('(8–9\u00a0av\u00a09)')
  expect(result.textContent).toContain('Skjult: for få har et steg her.')
})

test('where only leaders see the figures, that is said', async () => {
  await release(undefined)
  await heading('Talt med')
  await press('Se resultatet for enheten')
  expect(await screen.findByText(/bare ledere som ser tallene/)).toBeTruthy()
})

test('the page is whole in English', async () => {
  await scene.device.database.assessments.add(finished())
  await showScene(scene, '/bidra', 'en')
  await heading('Do you want to contribute?')
  expect(document.body.textContent).not.toMatch(/offer\.|status\.|facts\.|Bidra|lappen|runden/)
})
