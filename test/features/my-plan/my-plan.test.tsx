// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Goal } from '../../../src/domain/plan/goals.ts'
import { asThen } from '../../../src/features/my-plan/ideas.ts'
import { MyPlanPage } from '../../../src/features/my-plan/page.tsx'
import type { Device } from '../../../src/storage/device.ts'
import { loadPlan } from '../../../src/storage/plans.ts'
import { pageDevice, showPage } from '../../support/page.tsx'
import { finished } from '../result/given.ts'

const goal = (number: number, parts: Partial<Goal> = {}): Goal => ({
  id: `g${String(number)}`,
  dimension: '3',
  when: `vi går på tur ${String(number)}`,
  then: 'lar jeg nettbrettet ligge',
  lookBackOn: '2026-12-11',
  status: 'going-on',
  createdAt: `2026-11-0${String(number)}T09:00:00.000Z`,
  ...parts,
})

async function showPlan(device: Device, at = '/plan'): Promise<void> {
  await showPage(<MyPlanPage device={device} />, at)
  await waitFor(() => {
    expect(screen.queryByRole('form') ?? screen.queryByRole('list') ?? screen.queryByRole('alert')).not.toBeNull()
  })
}

async function deviceWith(...goals: readonly Goal[]): Promise<Device> {
  const device = pageDevice()
  if (goals.length > 0) await device.database.table('plans').put({ id: 'own', goals })
  return device
}

async function goalsOn(device: Device): Promise<readonly Goal[]> {
  const plan = await loadPlan(device.database)
  if (!plan.ok) throw new Error(plan.error.kind)
  return plan.value.goals
}

const cards = (): HTMLElement[] => screen.queryAllByRole('listitem')
const write = async (label: string, words: string): Promise<void> => {
  await userEvent.clear(screen.getByRole('textbox', { name: label }))
  await userEvent.type(screen.getByRole('textbox', { name: label }), words)
}

describe('a goal of one’s own', () => {
  it('is written as when and then, with a day to look back', async () => {
    const device = await deviceWith()
    await showPlan(device)
    await write('Når …', 'vi planlegger turen')
    await write('så …', 'velger vi ett verktøy')
    await userEvent.click(screen.getByRole('button', { name: 'Legg til målet' }))
    await waitFor(() => {
      expect(cards()).toHaveLength(1)
    })
    expect(cards()[0]?.textContent).toContain('Når vi planlegger turen, så velger vi ett verktøy.')
    expect(cards()[0]?.textContent).toContain('Se tilbake 19. desember 2026')
    await waitFor(() => {
      expect(document.activeElement?.id, 'the focus is on the goals when the form is gone').toBe('goals')
    })
  })

  it('is added once, however quickly the button is tapped', async () => {
    const device = await deviceWith()
    await showPlan(device)
    await write('Når …', 'vi planlegger turen')
    await write('så …', 'velger vi ett verktøy')
    await userEvent.dblClick(screen.getByRole('button', { name: 'Legg til målet' }))
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('goals')
    })
    expect(await goalsOn(device)).toHaveLength(1)
  })

  it('that lacks words is not saved, and the field says why', async () => {
    const device = await deviceWith()
    await showPlan(device)
    await write('Når …', 'vi planlegger turen')
    await userEvent.click(screen.getByRole('button', { name: 'Legg til målet' }))
    const field = await screen.findByRole('textbox', { name: 'så …', description: /Skriv hva du gjør da/ })
    await waitFor(() => {
      expect(document.activeElement).toBe(field)
    })
    expect(screen.getByRole('textbox', { name: 'Når …' })).toHaveProperty('value', 'vi planlegger turen')
    expect(await goalsOn(device)).toEqual([])
  })
})

describe('a next step from the result', () => {
  it('is ready to be planned, with the area it belongs to', async () => {
    const device = await deviceWith()
    await device.database.assessments.add(finished('a', '2026-11-20', { '3': [1, 2, 2] }))
    await showPlan(device, '/plan?forslag=barnehage.3.photo-consent')
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: 'så …' })).toHaveProperty(
        'value',
        'sjekker jeg samtykket, og bruker bare barnehagens nettbrett og kanalen vi har avtalt',
      )
    })
    await write('Når …', 'jeg tar et bilde')
    await userEvent.click(screen.getByRole('button', { name: 'Legg til målet' }))
    await waitFor(() => {
      expect(cards()[0]?.textContent).toContain('Etikk og digital dømmekraft')
    })
    await waitFor(() => {
      expect(screen.getByTestId('address').textContent).toBe('/plan')
    })
    expect(screen.getByRole('button', { name: 'Legg til et mål' })).toBeTruthy()
  })

  it.each([
    ['Jeg spør barnet også. Jeg kan si hvorfor.', 'spør jeg barnet også'],
    ['Sammen ser vi på det.', 'Sammen ser vi på det'],
  ])('«%s» follows after «så»', (anchor, then) => {
    const words = { pronoun: 'Jeg', then: ({ verb, rest }: { verb: string; rest: string }) => `${verb} jeg ${rest}` }
    expect(asThen(anchor, words)).toBe(then)
  })
})

describe('three goals', () => {
  it('leave no room for a fourth until one is done', async () => {
    const device = await deviceWith(goal(1), goal(2), goal(3))
    await showPlan(device)
    expect(screen.getByText(/^Du har tre mål i gang/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Legg til et mål' })).toBeNull()
    await userEvent.click(within(cards()[0] ?? document.body).getByRole('radio', { name: 'Gjort' }))
    await screen.findByRole('button', { name: 'Legg til et mål' })
    expect((await goalsOn(device)).map(({ status }) => status)).toEqual(['done', 'going-on', 'going-on'])
  })

  it('refuse a fourth that is taken up again, and say why', async () => {
    const device = await deviceWith(goal(1, { status: 'dropped' }), goal(2), goal(3), goal(4))
    await showPlan(device)
    const first = within(cards()[0] ?? document.body)
    await userEvent.click(first.getByRole('radio', { name: 'I gang' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Du har tre mål i gang.')
    expect(first.getByRole('radio', { name: 'Lagt bort' })).toHaveProperty('checked', true)
  })
})

describe('changing one’s mind', () => {
  it('changes the words of a goal', async () => {
    const device = await deviceWith(goal(1))
    await showPlan(device)
    await userEvent.click(screen.getByRole('button', { name: /^Endre målet/ }))
    await write('så …', 'tar jeg det med')
    await userEvent.click(screen.getByRole('button', { name: 'Lagre endringen' }))
    await waitFor(async () => {
      expect(await goalsOn(device)).toEqual([{ ...goal(1), then: 'tar jeg det med' }])
    })
  })

  it('has the focus go along when a form opens or closes', async () => {
    await showPlan(await deviceWith(goal(1)))
    await userEvent.click(screen.getByRole('button', { name: /^Endre målet/ }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Endre målet' }))
    await userEvent.click(screen.getByRole('button', { name: 'Ikke nå' }))
    await userEvent.click(screen.getByRole('button', { name: 'Legg til et mål' }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Ett mål til?' }))
    await userEvent.click(screen.getByRole('button', { name: 'Ikke nå' }))
    expect(document.activeElement?.id).toBe('goals')
  })

  it('brings the only goal back, and the focus to it', async () => {
    await showPlan(await deviceWith(goal(1)))
    await userEvent.click(screen.getByRole('button', { name: /^Slett målet/ }))
    await userEvent.click(await screen.findByRole('button', { name: 'Angre' }))
    await waitFor(() => {
      expect(document.activeElement?.id).toBe('goals')
    })
  })

  it('deletes a goal, and brings it back to its place', async () => {
    const device = await deviceWith(goal(1), goal(2))
    await showPlan(device)
    await userEvent.click(within(cards()[0] ?? document.body).getByRole('button', { name: /^Slett målet/ }))
    const undo = await screen.findByRole('button', { name: 'Angre' })
    await waitFor(() => {
      expect(document.activeElement).toBe(undo)
    })
    expect((await goalsOn(device)).map(({ id }) => id)).toEqual(['g2'])
    await userEvent.click(undo)
    await waitFor(async () => {
      expect(await goalsOn(device)).toEqual([goal(1), goal(2)])
    })
  })
})

describe('when the device cannot save', () => {
  it('says so aloud, and what was written stays', async () => {
    const device = await deviceWith()
    device.database.table('plans').hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await showPlan(device)
    await write('Når …', 'vi planlegger turen')
    await write('så …', 'velger vi ett verktøy')
    await userEvent.click(screen.getByRole('button', { name: 'Legg til målet' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Det er ikke plass til mer')
    expect(screen.getByRole('textbox', { name: 'så …' })).toHaveProperty('value', 'velger vi ett verktøy')
  })

  it('shows a plan it cannot read as such, and leaves it alone', async () => {
    const device = pageDevice()
    await device.database.table('plans').put({ id: 'own', goals: 'from the future' })
    await showPlan(device)
    expect((await screen.findByRole('alert')).textContent).toContain('nyere utgave av Peil')
  })
})
