// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Pages } from '../../src/app/routes.tsx'
import { pageDevice, showPage } from '../support/page.tsx'

const update = vi.hoisted(() => ({ ready: true, waiting: false, asked: false }))
vi.mock('../../src/platform/updates.ts', () => ({
  currentUpdate: () => update,
  watchUpdate: () => () => undefined,
  applyUpdate: vi.fn(),
}))

const places = [
  ...['/resultat', '/resultat/over-tid', '/resultat/tilbakeblikk', '/plan', '/plan/sist', '/bidra', '/r', '/hent'],
  ...['/mine-data', '/mine-data/deling', '/om', '/om/instrumentet', '/om/samtalekort', '/om/skjermrad', '/om/installer', '/kunnskap'],
  ...['/kartlegging/ny?sector=barnehage&role=teacher', '/finnes/ikke'],
]

test.each(places)('an app on the home screen has no back button, and %s a way to the start of its own', async (place) => {
  vi.stubGlobal('scrollTo', vi.fn())
  await showPage(<Pages device={pageDevice()} />, place)
  await screen.findByRole('heading', { level: 1 }, { timeout: 10_000 })
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain('/')
})
