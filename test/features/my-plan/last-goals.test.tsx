// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Route, Routes } from 'react-router'
import type { Goal } from '../../../src/domain/plan/goals.ts'
import { LastGoalsPage } from '../../../src/features/my-plan/last-goals-page.tsx'
import { MyPlanPage } from '../../../src/features/my-plan/page.tsx'
import type { Device } from '../../../src/storage/device.ts'
import { loadPlan } from '../../../src/storage/plans.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { finished } from '../result/given.ts'

const goal = (id: string, when: string, parts: Partial<Goal> = {}): Goal => ({
  id,
  when,
  then: 'lar vi nettbrettet ligge',
  lookBackOn: '2026-01-11',
  status: 'going-on',
  createdAt: `2025-12-0${id}T09:00:00.000Z`,
  ...parts,
})
const trip = goal('1', 'vi går på tur', { dimension: '3' })
const theme = goal('2', 'vi velger tema')

/** A new assessment was begun yesterday. */
async function deviceWith(...goals: readonly Goal[]): Promise<Device> {
  const device = pageDevice()
  const { finishedAt: _finished, ...begun } = finished('b', '2026-11-20', {})
  await device.database.assessments.bulkAdd([finished('a', '2025-11-20', { '3': [1, 1, 1] }), begun])
  if (goals.length > 0) await device.database.table('plans').put({ id: 'own', goals })
  return device
}

async function showBefore(device: Device): Promise<void> {
  const routes = (
    <Routes>
      <Route path="/plan/sist" element={<LastGoalsPage device={device} />} />
      <Route path="/kartlegging" element={<h1>Spørsmålene</h1>} />
    </Routes>
  )
  await showPage(routes, '/plan/sist')
  await screen.findByRole('heading', { level: 1 })
}

const statuses = async (device: Device): Promise<readonly string[]> => {
  const plan = await loadPlan(device.database)
  return plan.ok ? plan.value.goals.map(({ status }) => status) : []
}
const fromLast = (): readonly HTMLElement[] => within(screen.getByRole('list', { name: 'Målene fra sist' })).getAllByRole('listitem')

describe('before a new assessment', () => {
  it('the goals in hand come first, and the way to the questions is open', async () => {
    await showBefore(await deviceWith(trip, theme, goal('3', 'vi rydder', { status: 'done' })))
    expect(fromLast().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Etikk og digital dømmekraftNår vi går på tur, så lar vi nettbrettet ligge.'),
      expect.stringContaining('Når vi velger tema'),
    ])
    expect(screen.getByRole('link', { name: 'Gå til spørsmålene' }).getAttribute('href')).toBe('/kartlegging')
  })

  it.each([
    ['Gjort: når vi går på tur', 'Målet er gjort.', 'done'],
    ['Legg bort: når vi går på tur', 'Målet er lagt bort.', 'dropped'],
    ['Fortsatt i gang: når vi går på tur', 'Målet er med videre i planen.', 'going-on'],
  ])('one tap on «%s» is enough, and is undone with one', async (button, says, status) => {
    const device = await deviceWith(trip, theme)
    await showBefore(device)
    await userEvent.click(screen.getByRole('button', { name: button }))
    expect(await screen.findByText(says)).toBeTruthy()
    expect(await statuses(device)).toEqual([status, 'going-on'])
    const undo = screen.getByRole('button', { name: 'Angre: når vi går på tur' })
    expect(document.activeElement, 'the focus is where the pressed button was').toBe(undo)
    await userEvent.click(undo)
    expect(await screen.findByRole('button', { name: button })).toBeTruthy()
    const plan = await loadPlan(device.database)
    expect(plan).toMatchObject({ value: { goals: [trip, theme] } })
  })

  it('the questions come at once where there is no goal from last time', async () => {
    await showBefore(await deviceWith(goal('3', 'vi rydder', { status: 'done' })))
    expect(screen.getByRole('heading', { name: 'Spørsmålene' })).toBeTruthy()
  })

  it('the page stays when the last goal has its answer', async () => {
    await showBefore(await deviceWith(trip))
    await userEvent.click(screen.getByRole('button', { name: 'Gjort: når vi går på tur' }))
    expect(await screen.findByText('Nå har alle målene fra sist fått et svar.')).toBeTruthy()
  })

  it('a plan that cannot be changed says so', async () => {
    const device = await deviceWith(trip)
    await showBefore(device)
    device.database.close({ disableAutoOpen: true })
    await userEvent.click(screen.getByRole('button', { name: 'Gjort: når vi går på tur' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Endringen er ikke lagret.')
  })
})

describe('the plan of the new year', () => {
  it('begins with the goals from last time, and has those of now apart', async () => {
    const device = await deviceWith(trip, goal('2', 'vi leser', { createdAt: '2026-11-21T08:00:00.000Z' }))
    await showPage(<MyPlanPage device={device} />, '/plan')
    const headings = await screen.findAllByRole('heading', { level: 2 })
    expect(headings.map(({ textContent }) => textContent)).toEqual(['Målene fra sist', 'Målene nå'])
    expect(fromLast()).toHaveLength(1)
  })

  it('takes a goal along that is going on, with a day that is not over', async () => {
    const device = await deviceWith(trip)
    await showPage(<MyPlanPage device={device} />, '/plan')
    await userEvent.click(await screen.findByRole('button', { name: 'Fortsatt i gang: når vi går på tur' }))
    await waitFor(() => {
      const own = document.getElementById('goals')
      expect(own?.textContent).toContain('Når vi går på tur')
      expect(own?.textContent).toContain('Se tilbake 19. desember 2026')
      expect(own?.textContent).toContain('Tatt med videre')
    })
  })

  it('has what is done behind it, where it still can be found', async () => {
    await showPage(<MyPlanPage device={await deviceWith(goal('3', 'vi rydder', { status: 'done' }))} />, '/plan')
    await userEvent.click(await screen.findByText('Mål du har lagt bak deg'))
    expect(document.getElementById('behind')?.textContent).toContain('Når vi rydder')
  })
})
