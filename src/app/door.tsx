import { type ReactElement, useCallback } from 'react'
import { DoorPage, type Entry } from '../features/shared-device/door-page.tsx'
import { Presence } from '../features/shared-device/presence.tsx'
import { now } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import { watchIdle } from '../platform/idle.ts'
import { PeilDatabase } from '../storage/database.ts'
import type { Seal } from '../storage/seal.ts'
import { sealedBy } from '../storage/sealed-tables.ts'
import { deviceDatabase, enter } from './database.ts'

/** A fresh start: nothing of the person is left in memory either, and going back shows the door. */
function lock(seal: Seal): void {
  seal.forget()
  location.replace('/')
}

/** Who uses this device? Gives back what stands above every page while somebody is in. */
export function Door({ onEnter }: { readonly onEnter: (inside: ReactElement) => void }): ReactElement {
  const letIn = useCallback(
    ({ seal, person }: Entry) => {
      enter(new PeilDatabase(deviceDatabase.name, sealedBy(seal)))
      onEnter(
        <Presence
          person={person}
          watchIdle={watchIdle}
          onLock={() => {
            lock(seal)
          }}
        />,
      )
    },
    [onEnter],
  )
  return <DoorPage database={deviceDatabase} now={now} newId={newId} onEnter={letIn} />
}
