import { type RenderResult, render } from '@testing-library/react'
import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { files } from 'virtual:words'
import { MemoryRouter, useLocation } from 'react-router'
import { startI18n } from '../../src/i18n/start.ts'
import { PeilDatabase } from '../../src/storage/database.ts'
import type { Device } from '../../src/storage/device.ts'

/** A device with an empty database of its own, at a fixed moment. */
export function pageDevice(parts: Partial<Device> = {}): Device {
  let ids = 0
  return {
    database: new PeilDatabase(randomUUID()),
    now: () => '2026-11-21T09:00:00.000Z',
    newId: () => `id-${String((ids += 1))}`,
    origin: 'https://peil.test',
    isInstalled: () => false,
    forgetsUnused: () => false,
    isOnline: () => true,
    storageKeeping: () => Promise.resolve('may-be-cleared'),
    keepStorage: () => Promise.resolve('kept'),
    roomLeft: () => Promise.resolve(undefined),
    reload: () => undefined,
    fetchPacks: () => Promise.resolve(),
    ...parts,
  }
}

function Address(): ReactNode {
  const { pathname, search } = useLocation()
  return <output data-testid="address">{`${pathname}${search}`}</output>
}

/** Shows a page with real words, at an address. The address it is at later stands under the test id `address`. */
export async function showPage(page: ReactNode, at = '/', language = 'nb'): Promise<RenderResult> {
  const words = await startI18n(language)
  for (const load of Object.values(files[language] ?? {})) await words.loadNamespaces(Object.keys((await load()).default))
  return render(
    <I18nextProvider i18n={words}>
      <MemoryRouter initialEntries={[at]}>
        {page}
        <Address />
      </MemoryRouter>
    </I18nextProvider>,
  )
}
