// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { type Assessment, finishAssessment } from '../../../src/domain/assessment/assessment.ts'
import { itemsOf } from '../../../src/domain/instrument/instrument.ts'
import type { Device } from '../../../src/storage/device.ts'
import { pageDevice } from '../../support/page.tsx'
import { address, consent, consentId, goBack, kindergarten, rightsId, showAssessment, stored, underWay } from './shown.tsx'

async function deviceWith(...assessments: readonly Assessment[]): Promise<Device> {
  const device = pageDevice()
  await device.database.assessments.bulkAdd(assessments)
  return device
}

const at = (path: string): Promise<void> =>
  waitFor(() => {
    expect(address()).toBe(path)
  })

/** Every item answered with the same step, except those named. */
function answeredBut(...open: readonly string[]): Assessment['answers'] {
  const items = itemsOf(kindergarten()).filter(({ id }) => !open.includes(id))
  return Object.fromEntries(items.map(({ id, version }) => [id, { answer: { kind: 'step', step: 2 }, version }]))
}

describe('starting', () => {
  it('asks for a guess first, and every part of it may be left out', async () => {
    const device = pageDevice()
    await showAssessment(device, '/kartlegging/ny?sector=barnehage&role=practice')
    await at('/kartlegging/forventning')
    await userEvent.click(screen.getByRole('button', { name: 'Hopp over alt dette' }))
    await at('/kartlegging/punkt/barnehage.1.play-and-topics')
    await waitFor(async () => {
      expect(await stored(device)).toMatchObject({ tier: 'practice', predictions: {}, predictedAt: device.now() })
    })
  })

  it('asks what became of the goals from last time before anything else', async () => {
    const device = pageDevice()
    await device.database.table('plans').put({ id: 'own', goals: [] })
    await showAssessment(device, '/kartlegging/ny?sector=barnehage&role=practice')
    await at('/plan/sist')
    expect((await stored(device)).answers).toEqual({})
  })

  it('keeps a guess per area, and takes one back', async () => {
    const device = await deviceWith(underWay())
    await showAssessment(device, '/kartlegging/forventning')
    const guesses = within(screen.getByRole('group', { name: /Etikk og digital dømmekraft/ }))
    await userEvent.click(guesses.getByRole('radio', { name: 'Prøver med støtte' }))
    await waitFor(async () => {
      expect((await stored(device)).predictions).toEqual({ '3': 1 })
    })
    await userEvent.click(screen.getByRole('button', { name: 'Fjern gjetningen for Etikk og digital dømmekraft' }))
    await waitFor(async () => {
      expect((await stored(device)).predictions).toEqual({})
    })
    expect(guesses.getByRole('radio', { name: 'Prøver med støtte' })).toHaveProperty('checked', false)
  })

  it('goes on with what is under way', async () => {
    const device = await deviceWith(underWay({ answers: answeredBut(consentId) }))
    await showAssessment(device, '/kartlegging/ny?sector=barnehage&role=practice')
    await at('/kartlegging/omraade/1')
    expect((await stored(device)).id).toBe('a')
  })

  it('for another role asks before it deletes answers', async () => {
    const device = await deviceWith(underWay({ answers: answeredBut(consentId) }))
    await showAssessment(device, '/kartlegging/ny?sector=barnehage&role=leader')
    await screen.findByRole('heading', { name: 'Du har en kartlegging i gang' })
    expect(screen.getByText(/^Den er for assistent eller fagarbeider i barnehage, og har 24 svar\./)).toBeTruthy()
    expect((await stored(device)).tier).toBe('practice')
    await userEvent.click(screen.getByRole('button', { name: 'Slett den, og start en ny' }))
    await at('/kartlegging/forventning')
    expect(await stored(device)).toMatchObject({ tier: 'leader', answers: {} })
  })

  it('where nothing can be stored says so, and how to get further', async () => {
    const device = pageDevice()
    device.database.assessments.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await showAssessment(device, '/kartlegging/ny?sector=barnehage&role=practice')
    expect((await screen.findByRole('alert')).textContent).toContain('Det er ikke plass til mer')
    expect(screen.getByRole('button', { name: 'Prøv igjen' })).toBeTruthy()
  })

  it('from a link to a question asks for the role, and then leads there', async () => {
    const device = pageDevice()
    await showAssessment(device, consent)
    await screen.findByRole('heading', { name: 'Velg arbeidssted og rolle' })
    expect(screen.getByRole('radio', { name: 'Barnehage' }), 'the sector of the question').toHaveProperty('checked', true)
    await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
    expect(screen.getByRole('alert').textContent).toBe('Velg rollen din først.')
    await userEvent.click(screen.getByRole('radio', { name: 'Barnehagelærer' }))
    await userEvent.click(screen.getByRole('button', { name: 'Start kartleggingen' }))
    await at(consent)
    expect((await stored(device)).tier).toBe('teacher')
  })
})

describe('going on after a pause', () => {
  it('leads to the first screen that was not passed', async () => {
    const confidence = { '1': 'sure', '2': 'skipped' } as const
    const device = await deviceWith(underWay({ answers: answeredBut(rightsId), confidence }))
    await showAssessment(device, '/kartlegging')
    await at(`/kartlegging/punkt/${rightsId}`)
  })

  it('says in words where on the course the person is', async () => {
    await showAssessment(await deviceWith(underWay()), consent)
    expect(screen.getByText('Område 3 av 7:').textContent).toContain('Etikk og digital dømmekraft')
    expect(screen.getByText('Spørsmål 1 av 3')).toBeTruthy()
  })

  it('tells when a question does not exist', async () => {
    await showAssessment(await deviceWith(underWay()), '/kartlegging/punkt/barnehage.9.nothing')
    expect(screen.getByRole('heading', { name: 'Dette spørsmålet finnes ikke' })).toBeTruthy()
  })
})

describe('how sure the person is', () => {
  it('is kept per area', async () => {
    const device = await deviceWith(underWay())
    await showAssessment(device, '/kartlegging/omraade/3')
    await userEvent.click(screen.getByRole('radio', { name: /^Ganske sikker/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    await at('/kartlegging/punkt/barnehage.4.choosing-tools')
    expect((await stored(device)).confidence).toEqual({ '3': 'fairly-sure' })
  })

  it('is skipped by going on', async () => {
    const device = await deviceWith(underWay())
    await showAssessment(device, '/kartlegging/omraade/3')
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    await at('/kartlegging/punkt/barnehage.4.choosing-tools')
    expect((await stored(device)).confidence).toEqual({ '3': 'skipped' })
  })

  it('is not asked of conditions, which are about the workplace', async () => {
    await showAssessment(await deviceWith(underWay({ modules: ['privacy', 'conditions'] })), '/kartlegging/omraade/conditions')
    expect(screen.getByRole('heading', { name: 'Dette spørsmålet finnes ikke' })).toBeTruthy()
  })
})

describe('the way back', () => {
  it('is one step, however quickly the person went on', async () => {
    await showAssessment(await deviceWith(underWay({ answers: answeredBut() })), consent)
    act(() => {
      const next = screen.getByRole('button', { name: 'Neste' })
      next.click()
      next.click()
    })
    await at('/kartlegging/punkt/barnehage.3.sources-and-rights')
    goBack()
    await at(consent)
  })
})

describe('the end', () => {
  it('shows what has no answer, and leads back to it', async () => {
    await showAssessment(await deviceWith(underWay({ answers: answeredBut(consentId, rightsId) })), '/kartlegging/slutt')
    expect(screen.getByText(/^For få svar til å vise et steg i: Etikk og digital dømmekraft\.$/)).toBeTruthy()
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    await userEvent.click(screen.getByRole('link', { name: /Du vil ta eller dele et bilde/ }))
    await at(consent)
  })

  it('leads to the result, and the answers can be opened again', async () => {
    const device = await deviceWith(underWay({ answers: answeredBut() }))
    const { unmount } = await showAssessment(device, '/kartlegging/slutt')
    await userEvent.click(screen.getByRole('button', { name: 'Se resultatet' }))
    await at('/resultat')
    expect((await stored(device)).finishedAt).toBe(device.now())
    unmount()
    await showAssessment(device, consent)
    await userEvent.click(screen.getByRole('button', { name: 'Endre svarene' }))
    await at('/kartlegging/slutt')
    expect(await stored(device)).not.toHaveProperty('finishedAt')
  })

  it('stays until the result is there, with no other page in between', async () => {
    const device = await deviceWith(underWay({ answers: answeredBut() }))
    await showAssessment(device, '/kartlegging/slutt')
    const headings = new Set<string>()
    const watcher = new MutationObserver(() => {
      for (const { textContent } of screen.queryAllByRole('heading', { level: 1 })) headings.add(textContent)
    })
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true })
    await userEvent.click(screen.getByRole('button', { name: 'Se resultatet' }))
    await at('/resultat')
    watcher.disconnect()
    expect([...headings]).not.toContain('Denne kartleggingen er ferdig')
  })

  it('opened again has the heading read, though the address is the same', async () => {
    const done = finishAssessment(underWay({ answers: answeredBut() }), '2026-11-20T10:00:00.000Z')
    await showAssessment(await deviceWith(done), '/kartlegging/slutt')
    await userEvent.click(screen.getByRole('button', { name: 'Endre svarene' }))
    const heading = await screen.findByRole('heading', { level: 1, name: 'Se over før du er ferdig' })
    await waitFor(() => {
      expect(document.activeElement).toBe(heading)
    })
  })

  it('of a finished assessment lets a new one begin, and keeps the old', async () => {
    const device = await deviceWith(finishAssessment(underWay({ answers: answeredBut() }), '2026-11-20T10:00:00.000Z'))
    await showAssessment(device, '/kartlegging/ny?sector=barnehage&role=practice')
    await at('/kartlegging/forventning')
    expect(await device.database.assessments.count()).toBe(2)
  })
})
