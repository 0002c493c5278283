// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { Presence } from '../../../src/features/shared-device/presence.tsx'
import type { Inside } from '../../../src/storage/device.ts'
import { showPage } from '../../support/page.tsx'
import { allowDialogs, press } from './shown.tsx'

type Calls = { readonly onWarn: () => void; readonly onActive: () => void; readonly onIdle: () => void }

beforeAll(allowDialogs)

const colleague: Inside = { id: 'a1', nickname: 'Måke', picture: 'bird', isGuest: false, isShared: true }
const guest: Inside = { id: 'guest-1', isGuest: true, isShared: true }

async function show(person: Inside, language = 'nb') {
  const onLock = vi.fn<() => void>()
  const watch: { calls?: Calls; limits?: unknown } = {}
  const watchIdle = (limits: unknown, calls: Calls): (() => void) => {
    Object.assign(watch, { limits, calls })
    return () => undefined
  }
  await showPage(
    <>
      <Presence person={person} watchIdle={watchIdle} onLock={onLock} />
      <input aria-label="merknad" />
    </>,
    '/',
    language,
  )
  const { calls } = watch
  if (calls === undefined) throw new Error('nobody watches')
  return { onLock, calls, watch }
}

test('a colleague sees who is in, locks with one tap, and finds the way to take along and delete', async () => {
  const { onLock, watch } = await show(colleague)
  expect(screen.getByRole('complementary', { name: 'Hvem som bruker Peil nå' }).textContent).toContain('Måke')
  expect(screen.getByRole('link', { name: 'Ferdig? Ta med og slett' }).getAttribute('href')).toBe('/mine-data/ferdig')
  expect(watch.limits).toEqual({ warnAfter: 95_000, lockAfter: 120_000, hiddenAfter: 60_000 })
  await press('Lås')
  expect(onLock).toHaveBeenCalledOnce()
})

test('on a device of one’s own there is a lock, and nothing to delete in passing', async () => {
  await show({ id: 'me', isGuest: false, isShared: false })
  expect(screen.getByRole('button', { name: 'Lås' })).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
})

test('a guest is asked once before everything goes, and can take something along first', async () => {
  const { onLock } = await show(guest)
  expect(screen.getByRole('link', { name: 'Ta med noe' }).getAttribute('href')).toBe('/mine-data/ferdig')
  await press('Ferdig')
  expect(screen.getByRole('alertdialog', { name: 'Er du ferdig?' }).textContent).toMatch(
    /Alt du har skrevet her, blir borte\..*Et bidrag som venter, blir sendt uten navn\./,
  )
  await press('Nei, fortsett')
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(onLock).not.toHaveBeenCalled()
  await press('Ferdig')
  await press('Ja, jeg er ferdig')
  expect(onLock).toHaveBeenCalledOnce()
})

test('before it locks it says so, with a button that has the focus and is enough', async () => {
  const { calls, onLock } = await show(colleague)
  await userEvent.click(screen.getByLabelText('merknad'))
  act(calls.onWarn)
  const dialog = screen.getByRole('alertdialog', { name: 'Er du her?' })
  expect(dialog.textContent).toContain('Peil låser om 25 sekunder')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Jeg er her' }))
  await press('Jeg er her')
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(onLock).not.toHaveBeenCalled()
})

test('any sign of somebody takes the warning away, but only when the tap is over', async () => {
  const { calls } = await show(colleague)
  act(calls.onWarn)
  act(calls.onActive)
  expect(screen.getByRole('alertdialog'), 'the same tap does not reach the page below').toBeTruthy()
  await vi.waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })
})

test('a guest is warned that everything goes', async () => {
  const { calls } = await show(guest)
  act(calls.onWarn)
  expect(screen.getByRole('alertdialog').textContent).toContain('alt du har skrevet, blir borte')
})

test('when nobody answers it locks', async () => {
  const { calls, onLock } = await show(colleague)
  act(calls.onWarn)
  act(calls.onIdle)
  expect(onLock).toHaveBeenCalledOnce()
})
