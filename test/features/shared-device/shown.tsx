import { configure, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { DoorPage, type Entry, type Why } from '../../../src/features/shared-device/door-page.tsx'
import { PeilDatabase } from '../../../src/storage/database.ts'
import { type NewPerson, addPerson } from '../../../src/storage/persons.ts'
import type { Seal } from '../../../src/storage/seal.ts'
import { saveSetting } from '../../../src/storage/settings.ts'
import { must } from '../../support/must.ts'
import { showPage } from '../../support/page.tsx'

// A lock is slow on purpose, and a pause counts whole seconds.
configure({ asyncUtilTimeout: 8000 })

/** jsdom shows no dialog above the page. */
export function allowDialogs(): void {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
      this.querySelector('button')?.focus()
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
}

/** A tablet that several people use, and those who have a place on it. */
export async function sharedTablet(...persons: readonly Partial<NewPerson>[]): Promise<PeilDatabase> {
  const database = new PeilDatabase(randomUUID())
  must(await saveSetting(database, 'device', 'shared'))
  for (const person of persons) await place(database, person)
  return database
}

export async function place(database: PeilDatabase, person: Partial<NewPerson>): Promise<Seal> {
  return must(
    await addPerson(database, { id: randomUUID(), nickname: 'Måke', picture: 'bird', pin: '402917', takesOver: false, ...person }),
  )
}

/** The door, with a clock that stands still until it is set. */
export async function showDoor(database: PeilDatabase, language = 'nb', why?: Why) {
  const clock = { time: '2026-11-22T09:00:00.000Z' }
  const [onEnter, onRemoved, onOpen] = [vi.fn<(entry: Entry) => void>(), vi.fn<() => void>(), vi.fn<() => void>()]
  const now = (): string => clock.time
  const shown = await showPage(
    <DoorPage database={database} why={why} now={now} newId={randomUUID} onEnter={onEnter} onRemoved={onRemoved} onOpen={onOpen} />,
    '/',
    language,
  )
  return { ...shown, onEnter, onRemoved, onOpen, clock }
}

export const press = async (name: string | RegExp): Promise<void> => userEvent.click(await screen.findByRole('button', { name }))

export async function type(label: string | RegExp, text: string): Promise<void> {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  if (text !== '') await userEvent.type(field, text)
}

export async function tryPin(pin: string): Promise<void> {
  await type('PIN-koden din', pin)
  await press('Lås opp')
}
