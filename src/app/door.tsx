import { type ReactElement, useCallback, useEffect, useState } from 'react'
import { DoorPage, type Entry, type Why } from '../features/shared-device/door-page.tsx'
import { saverFor } from '../features/assess/saving.ts'
import { Presence, idleLimits } from '../features/shared-device/presence.tsx'
import { speakToGuest } from '../i18n/guest-words.ts'
import { useTranslation } from '../i18n/react.ts'
import { now } from '../platform/clock.ts'
import { coverWhileHidden } from '../platform/cover.ts'
import { newId } from '../platform/ids.ts'
import { watchIdle } from '../platform/idle.ts'
import { leavePage } from '../platform/leave-page.ts'
import { holdPlace, placesHeld } from '../platform/places-held.ts'
import { emptyTabs, joinTabs } from '../platform/tabs.ts'
import { forgetAlong, takeAlong } from '../storage/along.ts'
import { PeilDatabase } from '../storage/database.ts'
import { sweepSealed } from '../storage/guest.ts'
import { leaveDevice } from '../storage/leave.ts'
import { atRest } from '../storage/patience.ts'
import { onDevice } from '../storage/refusals.ts'
import { sealedBy } from '../storage/sealed-tables.ts'
import { deviceDatabase, enter } from './database.ts'
import { useFragmentInMemory } from './fragment.ts'
import { afterOther } from './start-anew.ts'

const nobody = ''
/** The door's address when it says that somebody is gone for good. */
const afterWipe = '/?slettet'

/**
 * What is left to do for somebody who goes: a save that is under way comes to its end, or goes along sealed; of a guest nothing stays but
 * what waits to be sent, without a name.
 */
async function settle({ seal, person }: Entry, database: PeilDatabase, isWiped: boolean): Promise<void> {
  if (isWiped) forgetAlong()
  else if (person.isGuest) await leaveDevice(deviceDatabase, seal, newId)
  else await saverFor(database).leave()
}

/** Lets somebody in, and gives back what shows them out: nothing of the person stays on the screen or in memory, here or in another tab. */
function letIn(entry: Entry): (isWiped?: boolean) => void {
  const { seal, person } = entry
  const database = new PeilDatabase(deviceDatabase.name, sealedBy(seal))
  holdPlace(seal.owner)
  const goOut = (isWiped = false): void => {
    tabs.leave()
    const settled = settle(entry, database, isWiped)
      .finally(() => {
        seal.forget()
      })
      .then(atRest)
    leavePage(isWiped ? afterWipe : undefined, settled)
  }
  const tabs = joinTabs((owner) => {
    if (owner !== seal.owner) goOut()
  })
  tabs.say(seal.owner)
  coverWhileHidden()
  void takeAlong(database)
  const showOut = (isWiped = false): void => {
    tabs.say(nobody)
    goOut(isWiped)
  }
  enter({ database, person, seal, goOut: showOut })
  return showOut
}

/** What guests of earlier days left sealed, with keys that are gone. */
async function sweep(): Promise<void> {
  const present = await placesHeld()
  if (present) await onDevice(() => sweepSealed(deviceDatabase, present))
}

/** Why somebody is at the door, if they have not just come. */
function whyHere(): Why | undefined {
  const address = `${location.pathname}${location.search}`
  if (address === afterWipe) return 'wiped'
  return address === afterOther ? 'other-tab' : undefined
}

/** Who uses this device? Gives back what stands above every page while somebody is in. */
export function Door({ onEnter }: { readonly onEnter: (inside: ReactElement) => void }): ReactElement {
  const { i18n } = useTranslation()
  const [why] = useState(whyHere)
  useFragmentInMemory(idleLimits)
  useEffect(() => {
    if (why) history.replaceState(history.state, '', '/')
    void sweep()
  }, [why])
  const receive = useCallback(
    (entry: Entry) => {
      const show = (): void => {
        const showOut = letIn(entry)
        onEnter(<Presence person={entry.person} watchIdle={watchIdle} onLock={() => showOut()} />)
      }
      if (entry.person.isGuest) void speakToGuest(i18n).finally(show)
      else show()
    },
    [onEnter, i18n],
  )
  return (
    <DoorPage
      database={deviceDatabase}
      why={why}
      now={now}
      newId={newId}
      onEnter={receive}
      onRemoved={emptyTabs}
      onOpen={() => leavePage()}
    />
  )
}
