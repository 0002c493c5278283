// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { createKeeper } from '../../../src/features/owner-profile/keeper.ts'
import { ownProfile } from '../../support/profile.ts'
import { ProfileServer, own, showProfile, stateLine } from './given.tsx'

const name = () => screen.getByLabelText<HTMLInputElement>('Navn på profilen')
const save = () => userEvent.click(screen.getByRole('button', { name: 'Lagre' }))

async function rename(to: string): Promise<void> {
  await userEvent.clear(name())
  await userEvent.type(name(), to)
}

function elsewhere(server: ProfileServer, years: number): void {
  const file = ownProfile({ validTo: years })
  server.storeElsewhere({ v: 1, file })
}

describe('when saving does not succeed, it is said aloud and nothing is lost', () => {
  it('without a network', async () => {
    const server = new ProfileServer(own())
    await showProfile(server)
    await rename('Uten nett')
    server.isReachable = false
    await save()
    expect((await screen.findByRole('alert')).textContent).toContain('Vi fikk ikke kontakt. Sjekk nettet, og trykk Lagre igjen.')
    expect(name().value).toBe('Uten nett')
    expect(stateLine()).toBe('Du har endringer som ikke er lagret.')
    server.isReachable = true
    await save()
    await screen.findByText(/^Lagret\./)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(server.stored.words['nb']?.name).toBe('Uten nett')
  })

  const unknown = { faults: [{ kind: 'unknown', part: 'hidden-resource', id: 'gone' }] }
  it.each([
    ['sign-in-needed', 401, {}, 'Innloggingen er gått ut.'],
    ['forbidden', 403, {}, 'Bare den som eier tjenesten'],
    ['too-large', 413, {}, 'Profilen er blitt for stor.'],
    ['malformed', 400, {}, 'Serveren tok ikke imot profilen.'],
    ['malformed', 400, unknown, 'Peil kjenner ikke dette: gone.'],
    ['unavailable', 503, {}, 'Vi fikk ikke kontakt.'],
  ])('with the answer %s (%s, %j)', async (kind, status, besides, text) => {
    const server = new ProfileServer(own())
    await showProfile(server)
    await rename('Står fortsatt')
    server.refusal = { kind, status, besides }
    await save()
    expect((await screen.findByRole('alert')).textContent).toContain(text)
    expect(name().value).toBe('Står fortsatt')
  })

  it('because somebody else has stored meanwhile: both are shown, and mine can be kept', async () => {
    const server = new ProfileServer(own())
    await showProfile(server)
    await rename('Min utgave')
    elsewhere(server, 2035)
    await save()
    const note = await screen.findByRole('alert', { name: 'Noen andre har lagret i mellomtiden' })
    const rows = within(note).getAllByRole('row').slice(1)
    expect(rows.map((row) => [...row.children].map((cell) => cell.lastChild?.textContent))).toEqual([
      ['Gjelder', '2023–2030', '2023–2035'],
      ['Navn på profilen (norsk bokmål)', 'Min utgave', 'Fjordvik: felles praksis'],
    ])
    await userEvent.click(within(note).getByRole('button', { name: 'Behold min' }))
    await screen.findByText(/^Lagret\./)
    expect(server.stored.words['nb']?.name).toBe('Min utgave')
    expect(server.stored.profile.validTo).toBe(2030)
  })

  it('and the other’s can be taken, with a way back to mine', async () => {
    const server = new ProfileServer(own())
    await showProfile(server)
    await rename('Min utgave')
    elsewhere(server, 2035)
    await save()
    await userEvent.click(await screen.findByRole('button', { name: 'Bruk den andre' }))
    expect(name().value).toBe('Fjordvik: felles praksis')
    expect(stateLine()).toBe('Den lagrede utgaven står her nå.')
    await userEvent.click(screen.getByRole('button', { name: 'Angre' }))
    expect(name().value).toBe('Min utgave')
    await save()
    await screen.findByText(/^Lagret\./)
    expect(server.puts.at(-1)?.etag).toBe('"2"')
  })
})

describe('what is not saved', () => {
  /** Whether the browser would ask before the page is left. */
  const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

  it('is kept while other pages are looked at, and the browser asks before it would be lost', async () => {
    const [server, keeper] = [new ProfileServer(own()), createKeeper()]
    await showProfile(server, '', { keeper })
    expect(asks()).toBe(false)
    await rename('Ikke lagret')
    expect(asks()).toBe(true)
    cleanup()
    expect(asks(), 'on another page').toBe(true)
    await showProfile(server, '', { keeper })
    expect(name().value).toBe('Ikke lagret')
    expect(stateLine()).toBe('Du har endringer som ikke er lagret.')
    await save()
    await screen.findByText(/^Lagret\./)
    expect(asks()).toBe(false)
  })

  it('stays on the way from one part of the profile to another', async () => {
    await showProfile(new ProfileServer(own()))
    await rename('Ikke lagret')
    await userEvent.click(screen.getByRole('link', { name: 'Mål' }))
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Mål')
    await userEvent.click(screen.getByRole('link', { name: 'Planen' }))
    expect(name().value).toBe('Ikke lagret')
  })
})

it('says that the profile cannot be fetched, and tries again', async () => {
  const server = new ProfileServer(own())
  server.isReachable = false
  await showProfile(server)
  expect(screen.getByRole('alert').textContent).toContain('Vi får ikke kontakt')
  server.isReachable = true
  await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }))
  expect(await screen.findByLabelText('Navn på profilen')).toBeDefined()
})
