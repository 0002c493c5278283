// @vitest-environment jsdom
import { configure, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { type Result, fail, ok } from '../../../src/domain/result.ts'
import { FinishPage } from '../../../src/features/my-data/finish/finish-page.tsx'
import type { Device } from '../../../src/storage/device.ts'
import type { Remains } from '../../../src/storage/leave.ts'
import type { StorageRefusal } from '../../../src/storage/refusals.ts'
import { pageDevice, showPage } from '../../support/page.tsx'

/** What a page reads and packs takes its time where tests share a processor. */
configure({ asyncUtilTimeout: 10_000 })

type Left = Result<Remains, StorageRefusal>

async function showFinish(left: Left = ok({ rows: 0, waiting: 0 }), device: Device = pageDevice()) {
  const [leave, onLeft] = [vi.fn(() => Promise.resolve(left)), vi.fn()]
  await showPage(<FinishPage device={device} handOver={() => Promise.resolve('none')} leave={leave} onLeft={onLeft} />, '/mine-data/ferdig')
  return { leave, onLeft, user: userEvent.setup() }
}

const wipe = { name: 'Slett det som er mitt' }

test('nothing is deleted before the question is answered, and no is an answer', async () => {
  const { leave, user } = await showFinish()
  await user.click(screen.getByRole('button', wipe))
  expect(document.activeElement).toBe(screen.getByRole('alertdialog', { name: 'Har du tatt med det du vil ha?' }))
  await user.click(screen.getByRole('button', { name: 'Nei, vent' }))
  expect(leave).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByRole('button', wipe))
})

test('after yes the person has left', async () => {
  const { leave, onLeft, user } = await showFinish()
  await user.click(screen.getByRole('button', wipe))
  await user.click(screen.getByRole('button', { name: 'Ja, slett' }))
  await waitFor(() => {
    expect(onLeft).toHaveBeenCalledOnce()
  })
  expect(leave).toHaveBeenCalledOnce()
})

test.each<[string, Left, RegExp]>([
  ['something is left', ok({ rows: 2, waiting: 0 }), /Noe ligger igjen/],
  ['the device cannot write', fail({ kind: 'storage-unavailable' }), /Lageret på enheten svarer ikke/],
])('when %s, that is said, and nobody has left', async (_name, left, said) => {
  const { onLeft, user } = await showFinish(left)
  await user.click(screen.getByRole('button', wipe))
  await user.click(screen.getByRole('button', { name: 'Ja, slett' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(said)
  expect(onLeft).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByRole('button', wipe))
})

test('while it is deleted, another yes deletes nothing twice, and no comes too late', async () => {
  const { leave, onLeft, user } = await showFinish()
  const { promise, resolve } = Promise.withResolvers<Left>()
  leave.mockReturnValue(promise)
  await user.click(screen.getByRole('button', wipe))
  await user.dblClick(screen.getByRole('button', { name: 'Ja, slett' }))
  await user.click(screen.getByRole('button', { name: 'Nei, vent' }))
  expect(screen.getByRole('alertdialog')).toBeTruthy()
  resolve(ok({ rows: 0, waiting: 0 }))
  await waitFor(() => {
    expect(onLeft).toHaveBeenCalledOnce()
  })
  expect(leave).toHaveBeenCalledOnce()
})

test('who closes what was opened is back where it was asked for', async () => {
  const { user } = await showFinish()
  await user.click(screen.getByRole('button', { name: 'Vis en kode til telefonen' }))
  await user.click(screen.getByRole('button', { name: 'Lukk' }))
  expect(screen.queryByRole('button', { name: 'Lukk' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Ta med' }))
})

test('a file, a code and paper are offered, one at a time', async () => {
  const { user } = await showFinish()
  await user.click(screen.getByRole('button', { name: 'Vis en kode til telefonen' }))
  await screen.findByText('Her ligger ikke noe ferdig resultat å ta med.')
  await user.click(screen.getByRole('button', { name: 'Lag en låst fil' }))
  expect(screen.queryByText('Her ligger ikke noe ferdig resultat å ta med.')).toBeNull()
  expect(screen.getByRole('link', { name: 'Skriv ut resultatet' }).getAttribute('href')).toBe('/resultat')
})

const place = { round: 'BQUFBQUFBQUFBQUFBQUFBQ', unit: 'solstrala' }

test('a slip that was used for nothing is mentioned before it is gone', async () => {
  const device = pageDevice()
  await device.database.table('participations').put({ ...place, id: 'p', stage: 'joining', code: 'AAAA' })
  await showFinish(undefined, device)
  await screen.findByText(/Du har brukt en lapp, men ikke bidratt ennå/)
  expect(screen.getByRole('link', { name: 'Bidra først' }).getAttribute('href')).toBe('/bidra')
})

const held = { ...place, token: { t: 'A'.repeat(43), s: 'A'.repeat(342), keyId: 'A'.repeat(43) }, dueAt: '2026-11-20T08:00:00.000Z' }
const version = { tier: '-', values: '0123', r: 'A'.repeat(43) }

test.each([
  ['waits', { stage: 'waiting', version, body: '{}', hurry: false, attempted: false }, /Det blir igjen uten navn/],
  ['is sent', { stage: 'sent', acknowledged: { version, body: '{}', incarnation: 'one' } }, /Et bidrag er sendt/],
])('of a contribution that %s it is said what becomes of it, and nothing of others', async (_stage, stored, said) => {
  const device = pageDevice()
  await device.database.table('participations').put({ ...held, id: 'p', ...stored })
  await showFinish(undefined, device)
  const behind = await screen.findByRole('region', { name: 'Bidragene dine' })
  expect(behind.querySelectorAll('p')).toHaveLength(1)
  expect(behind.textContent).toMatch(said)
})

test('who has no contribution under way reads nothing about contributions', async () => {
  const device = pageDevice()
  await device.database.table('participations').put({ ...place, id: 'p', stage: 'settled', outcome: 'counted' })
  await showFinish(undefined, device)
  expect(screen.queryByRole('heading', { name: 'Bidragene dine' })).toBeNull()
})
