// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { MyDataPage } from '../../../src/features/my-data/page.tsx'
import { ok } from '../../../src/domain/result.ts'
import type { Device } from '../../../src/storage/device.ts'
import { fail } from '../../../src/domain/result.ts'
import { pageDevice, showPage } from '../../support/page.tsx'

async function fill({ database }: Device): Promise<void> {
  for (const table of database.tables) {
    const key = table.schema.primKey.keyPath
    if (typeof key !== 'string') throw new Error(`${table.name} has no simple key`)
    await table.put({ [key]: 'one', value: 'kept', startedAt: '2026-11-20T09:00:00.000Z' })
  }
}

/** Counts with the browser's own interface, not with ours. */
async function rawCount(name: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => {
      resolve(opening.result)
    }
    opening.onerror = () => {
      reject(new Error('not opened'))
    }
  })
  let rows = 0
  for (const store of database.objectStoreNames) {
    const counting = database.transaction(store).objectStore(store).count()
    rows += await new Promise<number>((resolve) => {
      counting.onsuccess = () => {
        resolve(counting.result)
      }
    })
  }
  database.close()
  return rows
}

async function showMyData(device: Device, parts: { onErased?: () => void; fails?: boolean } = {}): Promise<void> {
  const changeScheme = vi.fn(() => Promise.resolve(parts.fails === true ? fail({ kind: 'storage-full' } as const) : ok(undefined)))
  await showPage(
    <MyDataPage
      device={device}
      scheme="auto"
      changeScheme={changeScheme}
      handOver={() => Promise.resolve('none')}
      onErased={parts.onErased ?? (() => undefined)}
    />,
    '/mine-data',
  )
}

test('deleting everything leaves nothing in any table', async () => {
  const device = pageDevice()
  await fill(device)
  const onErased = vi.fn()
  await showMyData(device, { onErased })
  await userEvent.click(screen.getByRole('button', { name: 'Slett alt på denne enheten' }))
  expect(await rawCount(device.database.name), 'one tap deletes nothing').toBe(device.database.tables.length)
  await userEvent.click(screen.getByRole('button', { name: 'Ja, slett alt' }))
  await waitFor(() => {
    expect(onErased).toHaveBeenCalledOnce()
  })
  expect(await rawCount(device.database.name)).toBe(0)
})

test('what Peil notes for itself is not counted as a setting', async () => {
  const device = pageDevice()
  await device.database.settings.bulkPut([
    { key: 'in-use', value: '' },
    { key: 'language', value: 'nn' },
  ])
  await showMyData(device)
  const settings = await screen.findByText('Innstillinger')
  await waitFor(() => {
    expect(settings.nextElementSibling?.textContent).toBe('1')
  })
})

test('saying no keeps everything', async () => {
  const device = pageDevice()
  await fill(device)
  await showMyData(device)
  await userEvent.click(screen.getByRole('button', { name: 'Slett alt på denne enheten' }))
  expect(document.activeElement, 'the question has the focus').toBe(screen.getByRole('alertdialog', { name: 'Er du sikker?' }))
  await userEvent.click(screen.getByRole('button', { name: 'Nei, behold alt' }))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Slett alt på denne enheten' }))
  expect(screen.queryByRole('button', { name: 'Ja, slett alt' })).toBeNull()
  expect(await rawCount(device.database.name)).toBe(device.database.tables.length)
})

test('when the device refuses to delete, that is said aloud and nobody is told that it worked', async () => {
  const device = pageDevice()
  const onErased = vi.fn()
  await showMyData(device, { onErased })
  vi.spyOn(device.database, 'transaction').mockRejectedValue(new Dexie.DatabaseClosedError('closed'))
  await userEvent.click(screen.getByRole('button', { name: 'Slett alt på denne enheten' }))
  await userEvent.click(screen.getByRole('button', { name: 'Ja, slett alt' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Lageret på enheten svarer ikke')
  expect(onErased).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Slett alt på denne enheten' }))
})

test('when everything is gone and only the count fails, it is not said that nothing was deleted', async () => {
  const device = pageDevice()
  await fill(device)
  const onErased = vi.fn()
  await showMyData(device, { onErased })
  await userEvent.click(screen.getByRole('button', { name: 'Slett alt på denne enheten' }))
  for (const table of device.database.tables) vi.spyOn(table, 'count').mockRejectedValue(new Dexie.DatabaseClosedError('closed'))
  await userEvent.click(screen.getByRole('button', { name: 'Ja, slett alt' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Alt er slettet\. Men Peil fikk ikke sett etter/)
  expect(await rawCount(device.database.name)).toBe(0)
  expect(onErased).not.toHaveBeenCalled()
})

test('the page tells whether the browser keeps what is stored, asks it when told to, and says it when the answer is no', async () => {
  await showMyData(pageDevice())
  const keeping = within(screen.getByRole('region', { name: 'Blir det liggende?' }))
  expect(await keeping.findByText(/^Nettleseren har ikke lovet/)).toBeTruthy()
  await userEvent.click(keeping.getByRole('button', { name: 'Be nettleseren ta vare på det' }))
  expect(await keeping.findByText(/^Nettleseren har lovet/)).toBeTruthy()
  cleanup()
  await showMyData(pageDevice({ keepStorage: () => Promise.resolve('may-be-cleared') }))
  await userEvent.click(await screen.findByRole('button', { name: 'Be nettleseren ta vare på det' }))
  expect(await screen.findByText(/^Nettleseren svarte nei nå\./)).toBeTruthy()
})

test.each([
  ['the app', { isInstalled: () => true }, /^Du har åpnet Peil som app\./, false],
  ['a tab in Safari', { forgetsUnused: () => true }, /^Du har åpnet Peil i en fane\. Bruker du Safari i sju dager/, true],
  ['another tab', {}, /^Du har åpnet Peil i en fane\. Her deler fanen og appen lager/, true],
])('in %s the page says what that means for what is stored', async (_place, parts, says, offersApp) => {
  await showMyData(pageDevice(parts))
  expect(screen.getByText(says)).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Slik blir Peil en app' }) !== null).toBe(offersApp)
  expect(screen.getByText(/Shared iPad eller en gjesteøkt/)).toBeTruthy()
})

test('little room is said among what is stored', async () => {
  await showMyData(pageDevice({ roomLeft: () => Promise.resolve(3_000_000) }))
  expect(await screen.findByText(/Bare 3 MB er ledig/)).toBeTruthy()
})

test('a choice of colours that cannot be saved is said aloud', async () => {
  await showMyData(pageDevice(), { fails: true })
  await userEvent.click(screen.getByRole('radio', { name: 'Mørkt' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Det er ikke plass til mer på denne enheten.')
})

test('the language changes without leaving the page or what was opened on it', async () => {
  await showMyData(pageDevice())
  await userEvent.click(screen.getByRole('button', { name: 'Slett alt på denne enheten' }))
  await userEvent.click(screen.getByRole('radio', { name: 'English' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'My data' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Yes, delete everything' }), 'the question still stands').toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
})

const colleague = { id: 'a1', nickname: 'Måke', picture: 'bird', isGuest: false, isShared: true } as const

test('on a shared device nobody is offered to delete what is their colleagues’', async () => {
  await showMyData(pageDevice({ person: colleague }))
  expect(await screen.findByRole('heading', { level: 2, name: 'Enheten er delt' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'PIN-kode og deling' }).getAttribute('href')).toBe('/mine-data/deling')
  expect(screen.getByRole('link', { name: 'Ferdig og slett' }).getAttribute('href')).toBe('/mine-data/ferdig')
  expect(screen.queryByRole('button', { name: 'Slett alt på denne enheten' })).toBeNull()
})

test('a guest can take a result along too, is not asked about PINs, and reads nothing of what stays', async () => {
  await showMyData(pageDevice({ person: { id: 'guest-1', isGuest: true, isShared: true } }))
  expect(await screen.findByText(/^Du er gjest\./)).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'Blir det liggende?' }), 'nothing of a guest stays').toBeNull()
  expect(screen.queryByRole('link', { name: /PIN/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'Ferdig og slett' }).getAttribute('href')).toBe('/mine-data/ferdig')
  expect(screen.queryByRole('button', { name: 'Slett alt på denne enheten' })).toBeNull()
})

test('on a device of one’s own everything can still be deleted, with a PIN or without', async () => {
  await showMyData(pageDevice({ person: { id: 'me', isGuest: false, isShared: false } }))
  expect(await screen.findByRole('button', { name: 'Slett alt på denne enheten' })).toBeTruthy()
  expect(screen.getByText(/låst med PIN-koden din/)).toBeTruthy()
})
