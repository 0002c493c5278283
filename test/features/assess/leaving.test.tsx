// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { finishAssessment } from '../../../src/domain/assessment/assessment.ts'
import { saverFor } from '../../../src/features/assess/saving.ts'
import { takeAlong } from '../../../src/storage/along.ts'
import { PeilDatabase } from '../../../src/storage/database.ts'
import { sealOf, newSecret } from '../../../src/storage/seal.ts'
import { sealedBy } from '../../../src/storage/sealed-tables.ts'
import type { Device } from '../../../src/storage/device.ts'
import { pageDevice } from '../../support/page.tsx'
import { consent, consentId, rightsId, showAssessment, stored, underWay } from './shown.tsx'

const refuse = (): never => {
  throw new Dexie.UnknownError('Connection to Indexed Database server lost. Refresh the page to try again')
}

/** Loads the page anew as the app does: once more first, and then what is not saved goes along. */
const reload = vi.fn()

function deviceWith(database = new PeilDatabase(crypto.randomUUID())): Device {
  return pageDevice({ database, reload: () => void saverFor(database).leave().finally(reload) })
}

beforeEach(() => {
  sessionStorage.clear()
  reload.mockClear()
})

async function answerUnsaved(device: Device): Promise<void> {
  await device.database.assessments.add(underWay())
  device.database.assessments.hook('updating', refuse)
  await showAssessment(device, consent)
  await userEvent.click(screen.getByRole('radio', { name: /^Prøver med støtte/ }))
  expect((await screen.findByRole('alert', {}, { timeout: 5000 })).textContent).toContain('Svaret er ikke lagret.')
}

async function pressReload(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Last inn på nytt, og ta svaret med' }))
  await vi.waitFor(
    () => {
      expect(reload).toHaveBeenCalledOnce()
    },
    { timeout: 5000 },
  )
}

test('an answer that cannot be saved survives that the page is loaded anew, beside what was saved meanwhile', async () => {
  const device = deviceWith()
  await answerUnsaved(device)
  await pressReload()
  device.database.assessments.hook('updating').unsubscribe(refuse)
  const other = { answer: { kind: 'step', step: 4 }, version: 1 } as const
  await device.database.assessments.update('a', { answers: { [rightsId]: other } })
  await takeAlong(new PeilDatabase(device.database.name))
  expect((await stored(device)).answers).toEqual({ [rightsId]: other, [consentId]: { answer: { kind: 'step', step: 1 }, version: 1 } })
  expect(sessionStorage, 'nothing is left in the tab').toHaveLength(0)
})

test('what came along stays until it can be saved', async () => {
  const device = deviceWith()
  await answerUnsaved(device)
  await pressReload()
  await takeAlong(device.database)
  expect((await stored(device)).answers).toEqual({})
  device.database.assessments.hook('updating').unsubscribe(refuse)
  await takeAlong(device.database)
  expect(Object.keys((await stored(device)).answers)).toEqual([consentId])
})

test('before the page is loaded anew the answer is tried once more, and then needs not come along', async () => {
  const device = deviceWith()
  await answerUnsaved(device)
  device.database.assessments.hook('updating').unsubscribe(refuse)
  await pressReload()
  expect(Object.keys((await stored(device)).answers)).toEqual([consentId])
  expect(sessionStorage).toHaveLength(0)
})

test('what was finished or deleted meanwhile is left as it is', async () => {
  for (const meanwhile of ['finished', 'deleted']) {
    const device = deviceWith()
    await answerUnsaved(device)
    await pressReload()
    device.database.assessments.hook('updating').unsubscribe(refuse)
    if (meanwhile === 'deleted') await device.database.assessments.clear()
    else await device.database.assessments.put(finishAssessment(underWay(), '2026-11-22T10:00:00.000Z'))
    await takeAlong(device.database)
    expect(
      (await device.database.assessments.toArray()).flatMap(({ answers }) => Object.keys(answers)),
      meanwhile,
    ).toEqual([])
    cleanup()
    reload.mockClear()
  }
})

describe('of somebody with a PIN', () => {
  const sealedDevice = (seal = sealOf('a', newSecret())) => deviceWith(new PeilDatabase(crypto.randomUUID(), sealedBy(seal)))

  test('what is not saved lies sealed in the tab, until they are in again', async () => {
    const secret = newSecret()
    const device = sealedDevice(sealOf('a', secret.slice()))
    await answerUnsaved(device)
    await pressReload()
    const kept = sessionStorage.getItem('peil.along') ?? ''
    expect(kept).not.toContain(consentId)
    device.database.assessments.hook('updating').unsubscribe(refuse)

    const others = { open: undefined, colleague: sealOf('b', newSecret()), 'another key': sealOf('a', newSecret()) }
    for (const [who, seal] of Object.entries(others)) {
      await takeAlong(new PeilDatabase(device.database.name, seal && sealedBy(seal)))
      expect(sessionStorage.getItem('peil.along'), who).toBe(kept)
    }
    await takeAlong(new PeilDatabase(device.database.name, sealedBy(sealOf('a', secret))))
    expect(Object.keys((await stored(device)).answers)).toEqual([consentId])
    expect(sessionStorage).toHaveLength(0)
  })

  test('it goes along when Peil locks in between, too', async () => {
    const device = sealedDevice()
    await answerUnsaved(device)
    void saverFor(device.database).leave()
    expect(sessionStorage, 'at once, whatever comes of the save').toHaveLength(1)
    device.database.assessments.hook('updating').unsubscribe(refuse)
    await takeAlong(device.database)
    expect(Object.keys((await stored(device)).answers)).toEqual([consentId])
  })
})

test('a guest is not offered to load the page anew, for everything else would be gone', async () => {
  const database = new PeilDatabase(crypto.randomUUID(), sealedBy(sealOf('guest-a', newSecret())))
  await answerUnsaved({ ...deviceWith(database), person: { id: 'guest-a', isGuest: true, isShared: true } })
  expect(screen.queryByRole('button', { name: 'Last inn på nytt, og ta svaret med' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Prøv å lagre igjen' })).toBeTruthy()
})
