// @vitest-environment jsdom
import { fireEvent, act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, it } from 'vitest'
import { PeilDatabase } from '../../../src/storage/database.ts'
import type { Device } from '../../../src/storage/device.ts'
import { pageDevice } from '../../support/page.tsx'
import { address, consent, consentId, rightsId, showAssessment, stored, underWay } from './shown.tsx'

let device: Device

beforeEach(async () => {
  device = pageDevice()
  await device.database.assessments.add(underWay())
})

/** Keeps the store busy, so that what is written afterwards must wait. */
function hold(work: () => Promise<void> = () => Promise.resolve()): { readonly release: () => Promise<void> } {
  let open = (): void => undefined
  const waiting = new Promise<void>((resolve) => (open = resolve))
  const { database } = device
  const held = database.transaction('rw', database.assessments, async () => {
    await work()
    await Dexie.waitFor(waiting)
  })
  return {
    release: async () => {
      open()
      await held
    },
  }
}

const radio = (name: RegExp): HTMLElement => screen.getByRole('radio', { name })
const savedLine = (): string => screen.getAllByRole('status')[0]?.textContent ?? ''

describe('an answer', () => {
  it('is chosen by its described step, and stays on the screen until the person goes on', async () => {
    await showAssessment(device, consent)
    await userEvent.click(radio(/^Gjør det på egen hånd Jeg sjekker samtykket/))
    await waitFor(() => {
      expect(savedLine()).toBe('Lagret på denne enheten')
    })
    expect((await stored(device)).answers[consentId]?.answer).toEqual({ kind: 'step', step: 2 })
    expect(address()).toBe(consent)
  })

  it('is called saved only when it is durable', async () => {
    await showAssessment(device, consent)
    const held = hold()
    await userEvent.click(radio(/^Prøver med støtte/))
    expect(radio(/^Prøver med støtte/)).toHaveProperty('checked', true)
    expect(savedLine()).toBe('')
    await held.release()
    await waitFor(() => {
      expect(savedLine()).toBe('Lagret på denne enheten')
    })
  })

  it('to one question and, at once, to the next are both kept', async () => {
    await showAssessment(device, consent)
    await userEvent.click(radio(/^Prøver med støtte/))
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    await userEvent.click(radio(/^Velger med begrunnelse/))
    await waitFor(async () => {
      const { answers } = await stored(device)
      expect([answers[consentId]?.answer, answers[rightsId]?.answer]).toEqual([
        { kind: 'step', step: 1 },
        { kind: 'step', step: 3 },
      ])
    })
  })

  it('changed twice in a moment is the last one', async () => {
    await showAssessment(device, consent)
    await Promise.all([userEvent.click(radio(/^Ikke ennå/)), userEvent.click(radio(/^Utvikler sammen/))])
    await waitFor(async () => {
      expect((await stored(device)).answers[consentId]?.answer).toEqual({ kind: 'step', step: 4 })
    })
    expect(radio(/^Utvikler sammen/)).toHaveProperty('checked', true)
  })

  it('given in another tab is seen here', async () => {
    await showAssessment(device, consent)
    const other = new PeilDatabase(device.database.name)
    await other.assessments.update('a', { answers: { [consentId]: { answer: { kind: 'step', step: 3 }, version: 1 } } })
    await waitFor(() => {
      expect(radio(/^Velger med begrunnelse/)).toHaveProperty('checked', true)
    })
    other.close()
  })
})

describe('not yet, not relevant and skipped', () => {
  it('are three different answers', async () => {
    await showAssessment(device, consent)
    await userEvent.click(radio(/^Ikke ennå/))
    await waitFor(async () => {
      expect((await stored(device)).answers[consentId]?.answer).toEqual({ kind: 'step', step: 0 })
    })
    await userEvent.click(radio(/^Ikke relevant i jobben min/))
    await waitFor(async () => {
      expect((await stored(device)).answers[consentId]?.answer).toEqual({ kind: 'not-relevant' })
    })
    expect(radio(/^Ikke ennå/)).toHaveProperty('checked', false)
    await userEvent.click(screen.getByRole('button', { name: 'Hopp over' }))
    await waitFor(() => {
      expect(address()).toBe(`/kartlegging/punkt/${rightsId}`)
    })
    expect((await stored(device)).answers[consentId]?.answer).toEqual({ kind: 'skipped' })
  })

  it('say beside them that neither counts as not yet', async () => {
    await showAssessment(device, consent)
    expect(screen.getByText('Ingen av disse teller som «ikke ennå».')).toBeTruthy()
  })

  it('going on without an answer leaves the question open', async () => {
    await showAssessment(device, consent)
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    expect(address()).toBe(`/kartlegging/punkt/${rightsId}`)
    expect((await stored(device)).answers).toEqual({})
  })
})

describe('when the device cannot save', () => {
  const refuse = (): never => {
    throw new DOMException('full', 'QuotaExceededError')
  }

  it('says so aloud, keeps the answer on the screen, and saves it when asked to try again', async () => {
    device.database.assessments.hook('updating', refuse)
    await showAssessment(device, consent)
    await userEvent.click(radio(/^Prøver med støtte/))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Svaret er ikke lagret. Det er ikke plass til mer på denne enheten.')
    expect(alert.textContent).toContain('Svaret står fortsatt på skjermen.')
    expect(radio(/^Prøver med støtte/)).toHaveProperty('checked', true)
    expect(savedLine()).toBe('')
    device.database.assessments.hook('updating').unsubscribe(refuse)
    await userEvent.click(screen.getByRole('button', { name: 'Prøv å lagre igjen' }))
    await waitFor(() => {
      expect(screen.queryByRole('alert')).toBeNull()
    })
    expect(savedLine()).toBe('Lagret på denne enheten')
    expect((await stored(device)).answers[consentId]?.answer).toEqual({ kind: 'step', step: 1 })
  })

  it('keeps the answer through other questions, and saves it along with the next one', async () => {
    device.database.assessments.hook('updating', refuse)
    await showAssessment(device, consent)
    await userEvent.click(radio(/^Prøver med støtte/))
    await screen.findByRole('alert')
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }))
    expect(screen.getByRole('alert'), 'the failure is still said on the next question').toBeTruthy()
    device.database.assessments.hook('updating').unsubscribe(refuse)
    await userEvent.click(radio(/^Velger med begrunnelse/))
    await waitFor(async () => {
      expect(Object.keys((await stored(device)).answers).toSorted()).toEqual([consentId, rightsId])
    })
  })

  it('does not move on from a skip that was not saved', async () => {
    device.database.assessments.hook('updating', refuse)
    await showAssessment(device, consent)
    await userEvent.click(screen.getByRole('button', { name: 'Hopp over' }))
    await screen.findByRole('alert')
    device.database.assessments.hook('updating').unsubscribe(refuse)
    await userEvent.click(screen.getByRole('button', { name: 'Prøv å lagre igjen' }))
    await waitFor(() => {
      expect(savedLine()).toBe('Lagret på denne enheten')
    })
    expect(address()).toBe(consent)
    expect(screen.getByRole('button', { name: 'Hoppet over' })).toBeTruthy()
  })

  it('tells that the assessment is gone when another tab deleted it', async () => {
    await showAssessment(device, consent)
    const held = hold(async () => {
      await device.database.assessments.delete('a')
    })
    await userEvent.click(radio(/^Prøver med støtte/))
    await held.release()
    await screen.findByRole('heading', { name: 'Velg arbeidssted og rolle' })
    expect(await screen.findByText(/^Svaret er ikke lagret. Kartleggingen er slettet fra denne enheten/)).toBeTruthy()
  })
})

describe('a private note', () => {
  it('is saved as it is written, and says that it is never sent', async () => {
    await showAssessment(device, consent)
    await userEvent.click(screen.getByText('Egen merknad'))
    const note = screen.getByRole('textbox', { name: 'Egen merknad' })
    expect(document.getElementById(note.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Bare for deg. Merknader sendes aldri.')
    await userEvent.type(note, 'Spør Karin')
    await waitFor(async () => {
      expect((await stored(device)).notes).toEqual({ [consentId]: 'Spør Karin' })
    })
    expect(note).toHaveProperty('value', 'Spør Karin')
  })
})

describe('a word with an explanation', () => {
  it('is explained beside the word, and gives the focus back', async () => {
    await showAssessment(device, consent)
    const word = screen.getByRole('button', { name: 'samtykket' })
    await userEvent.click(word)
    const card = screen.getByRole('dialog', { name: 'Samtykke' })
    expect(within(card).getByRole('button', { name: 'Lukk forklaringen' })).toBe(document.activeElement)
    expect(word.getAttribute('aria-expanded')).toBe('true')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(word)
    await userEvent.click(word)
    await userEvent.click(screen.getByRole('button', { name: 'Lukk forklaringen' }))
    expect(document.activeElement).toBe(word)
  })

  it('does not hang where the word was before the tablet was turned', async () => {
    await showAssessment(device, consent)
    const word = screen.getByRole('button', { name: 'samtykket' })
    await userEvent.click(word)
    fireEvent(window, new Event('resize'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(word)
  })

  it('chooses no answer', async () => {
    await showAssessment(device, consent)
    await userEvent.click(screen.getByRole('button', { name: 'samtykket' }))
    await userEvent.click(screen.getByRole('dialog'))
    expect(screen.getAllByRole('radio').some((each) => (each as HTMLInputElement).checked)).toBe(false)
  })

  it('steps aside when the person taps elsewhere', async () => {
    await showAssessment(device, consent)
    await userEvent.click(screen.getByRole('button', { name: 'samtykket' }))
    await userEvent.click(radio(/^Ikke ennå/))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(radio(/^Ikke ennå/))
  })
})

describe('without a mouse', () => {
  it('arrows choose, and Enter goes on', async () => {
    await showAssessment(device, consent)
    radio(/^Ikke ennå/).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(radio(/^Gjør det på egen hånd/)).toHaveProperty('checked', true)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => {
      expect(address()).toBe(`/kartlegging/punkt/${rightsId}`)
    })
    expect((await stored(device)).answers[consentId]?.answer).toEqual({ kind: 'step', step: 2 })
  })
})

describe('another language in the middle of a question', () => {
  it('keeps the answer, the note and the place', async () => {
    const { words } = await showAssessment(device, consent)
    await userEvent.click(radio(/^Gjør det på egen hånd/))
    await userEvent.click(screen.getByText('Egen merknad'))
    await userEvent.type(screen.getByRole('textbox'), 'Karin')
    await act(() => words.changeLanguage('en'))
    expect(screen.getByRole('textbox', { name: 'Private note' })).toHaveProperty('value', 'Karin')
    const checked = screen.getAllByRole('radio').filter((each) => (each as HTMLInputElement).checked)
    expect(checked.map((each) => (each as HTMLInputElement).value)).toEqual(['2'])
    expect(screen.getByText('Question 1 of 3')).toBeTruthy()
    expect(address()).toBe(consent)
  })
})
