// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Route, Routes, useLocation } from 'react-router'
import { SignInPage } from '../../../src/features/sign-in/page.tsx'
import { SignedIn } from '../../../src/features/sign-in/signed-in.tsx'
import type { Office } from '../../../src/sync/office.ts'
import { type Answers, Problem, officeAnswering, sessionOf, unreachable } from '../../support/office.ts'
import { showPage } from '../../support/page.tsx'
import { releasedRound } from '../../support/released-round.ts'

const released = releasedRound([
  { unit: 'bekken', name: 'Bekken', groups: [{ n: 6, below: [] }] },
  { unit: 'lia', name: 'Lia', groups: [{ n: 6, below: [] }] },
])
const leader = sessionOf(released, 'leader', 'bekken')
const owner = sessionOf(released, 'owner')
const secret = 'c2VjcmV0'

function Fragment() {
  return <output data-testid="fragment">{useLocation().hash}</output>
}

async function showAt(at: string, office: Office): Promise<void> {
  await showPage(
    <Routes>
      <Route path="/" element={<h1>Forsiden</h1>} />
      <Route
        path="/inn"
        element={
          <>
            <SignInPage office={office} />
            <Fragment />
          </>
        }
      />
      <Route
        path="/enhet"
        element={
          <SignedIn office={office} place="unit">
            {({ units }) => <h1>Enheter: {units.map(({ name }) => name).join()}</h1>}
          </SignedIn>
        }
      />
      <Route
        path="/eier"
        element={
          <SignedIn office={office} place="owner">
            {({ municipality }) => <h1>Behov i {municipality.name}</h1>}
          </SignedIn>
        }
      />
    </Routes>,
    at,
  )
  await screen.findByRole('heading', { level: 1 })
}
const address = () => screen.getByTestId('address').textContent
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

function linkAnswering(answer: unknown, more: Answers = {}) {
  return officeAnswering({ '/session': { role: null }, ...more, 'POST /session/link': answer })
}

describe('a sign-in link', () => {
  it('is used only when the button is pressed, so that a preview of the link does not use it up', async () => {
    const { office, requests } = linkAnswering(leader, { '/session': leader })
    await showAt(`/inn#${secret}`, office)
    expect(requests).toEqual([])
    await press('Logg inn')
    expect(requests[0]).toEqual({ method: 'POST', path: '/session/link', body: { secret } })
  })

  it('leaves no secret in the address bar', async () => {
    await showAt(`/inn#${secret}`, linkAnswering(leader).office)
    expect(address()).toBe('/inn')
    expect(screen.getByTestId('fragment').textContent).toBe('')
    expect(document.body.innerHTML).not.toContain(secret)
  })

  it.each([
    ['leader', leader, '/enhet', 'Enheter: Bekken'],
    ['owner', owner, '/eier', 'Behov i Fjordvik kommune (oppdiktet)'],
  ] as const)('takes a %s to their own page', async (_role, session, path, heading) => {
    await showAt(`/inn#${secret}`, linkAnswering(session, { '/session': session }).office)
    await press('Logg inn')
    expect(await screen.findByRole('heading', { name: heading })).toBeTruthy()
    expect(address()).toBe(path)
  })

  it('says that it is used or too old, and what to do', async () => {
    await showAt(`/inn#${secret}`, linkAnswering(new Problem('sign-in-needed', 401)).office)
    await press('Logg inn')
    expect((await screen.findByRole('alert')).textContent).toContain('Lenken virker ikke lenger')
    expect(screen.getByRole('alert').textContent).toContain('Be om en ny')
    expect(screen.queryByRole('link', { name: 'Til enhetens resultat' })).toBeNull()
  })

  it('shows the way on to somebody who used it up by signing in', async () => {
    await showAt(`/inn#${secret}`, linkAnswering(new Problem('sign-in-needed', 401), { '/session': leader }).office)
    await press('Logg inn')
    expect((await screen.findByRole('link', { name: 'Til enhetens resultat' })).getAttribute('href')).toBe('/enhet')
  })

  it.each([
    ['too many attempts', new Problem('too-many-requests', 429), 'Vent litt, og prøv igjen'],
    ['a server that fails', new Problem('internal', 500), 'Vi får ikke kontakt'],
  ])('says %s in words and can be tried again', async (_what, answer, words) => {
    await showAt(`/inn#${secret}`, linkAnswering(answer).office)
    await press('Logg inn')
    expect((await screen.findByRole('alert')).textContent).toContain(words)
    expect(screen.getByRole('button', { name: 'Logg inn' })).toHaveProperty('disabled', false)
  })

  it('says where to get one when there is none', async () => {
    await showAt('/inn', linkAnswering(leader).office)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Du trenger en lenke')
    expect(screen.queryByRole('button', { name: 'Logg inn' })).toBeNull()
  })
})

describe('a page for leaders and owners', () => {
  it('tells somebody who is not signed in how to get in, and shows no figures', async () => {
    await showAt('/enhet', officeAnswering({ '/session': { role: null } }).office)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Logg inn for å se tallene')
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('keeps a leader from the municipality’s page, with the way to the own one', async () => {
    await showAt('/eier', officeAnswering({ '/session': leader }).office)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Denne siden er for kommunen')
    expect(screen.getByRole('link', { name: 'Til enhetens resultat' }).getAttribute('href')).toBe('/enhet')
  })

  it('shows only the places that the role has', async () => {
    await showAt('/enhet', officeAnswering({ '/session': leader }).office)
    expect(screen.queryByRole('link', { name: 'Behov' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Resultat' }).getAttribute('aria-current')).toBe('page')
    expect(screen.getByText('Bekken')).toBeTruthy()
  })

  it('signs out on a tap', async () => {
    const { office, requests } = officeAnswering({ '/session': owner, 'DELETE /session': undefined })
    await showAt('/eier', office)
    await press('Logg ut')
    expect(await screen.findByRole('heading', { name: 'Forsiden' })).toBeTruthy()
    expect(requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/session' })
  })

  it('says aloud when signing out did not work', async () => {
    const { office } = officeAnswering({ '/session': owner, 'DELETE /session': new Problem('internal', 500) })
    await showAt('/eier', office)
    await press('Logg ut')
    expect((await screen.findByRole('alert')).textContent).toContain('Du er fortsatt logget inn.')
  })

  it('says that the server cannot be reached, without guessing who is signed in', async () => {
    await showAt('/enhet', unreachable)
    expect(screen.getByRole('alert').textContent).toContain('Vi får ikke kontakt')
  })
})
