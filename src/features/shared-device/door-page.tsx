import './shared-device.css'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Inside } from '../../storage/device.ts'
import { openAsGuest } from '../../storage/guest.ts'
import type { Seal } from '../../storage/seal.ts'
import { type Sharing, lookAtSharing } from '../../storage/sharing.ts'
import { Alert } from '../../ui/alert.tsx'
import { useNewView } from '../../ui/use-new-view.ts'
import { DoorFrame } from './door-frame.tsx'
import { type View, type Why, InView } from './door-view.tsx'

export type { Why }

/** Somebody has unlocked what is theirs. */
export type Entry = { readonly seal: Seal; readonly person: Inside }

type Props = {
  readonly database: PeilDatabase
  readonly why?: Why | undefined
  readonly now: () => string
  readonly newId: () => string
  readonly onEnter: (entry: Entry) => void
  /** Somebody's place was taken off the device, who may be in in another tab. */
  readonly onRemoved: () => void
  /** The last lock is gone: everything lies open again. */
  readonly onOpen: () => void
}

/** A device of one's own has one lock, and nobody to choose. A place somebody else has just removed cannot be opened. */
function viewOf(view: View, { persons, isShared }: Sharing): View {
  const [only] = persons
  if (!isShared && only !== undefined && view.kind === 'who') return { kind: 'unlock', id: only.id }
  const isGone = 'id' in view && persons.every(({ id }) => id !== view.id)
  return isGone ? { kind: 'who' } : view
}

/** Who is it? Everybody who has a place on this device, and the ways in for those who have none. */
export function DoorPage({ database, why, now, newId, onEnter, onRemoved, onOpen }: Props): ReactElement | null {
  const { t } = useTranslation('shared-device')
  const sharing = useLiveQuery(() => lookAtSharing(database), [database])
  const [asked, setView] = useState<View>({ kind: 'who' })
  const view = sharing && viewOf(asked, sharing)
  const isOwn = sharing?.isShared === false && sharing.persons.length === 0
  const isOpen = isOwn && sharing.unread === 0
  const kind = view?.kind
  useNewView(asked.kind)
  useEffect(() => {
    // Whoever has said who they are goes on typing: the pad of digits comes up by itself.
    if (kind === 'unlock') document.querySelector<HTMLElement>('[inputmode="numeric"]')?.focus()
  }, [kind])
  useEffect(() => {
    document.title = `${t('door.title')} – Peil`
  }, [t])
  useEffect(() => {
    if (isOpen) onOpen()
  }, [isOpen, onOpen])
  if (sharing === undefined || view === undefined || isOpen) return null
  if (isOwn)
    return (
      <DoorFrame>
        <div className="door__pane stack">
          <h1 className="t-title">{t('unlock.own')}</h1>
          <Alert>{t('refusals.newer')}</Alert>
        </div>
      </DoorFrame>
    )
  const { isShared } = sharing
  return (
    <DoorFrame>
      <InView
        view={view}
        sharing={sharing}
        why={why}
        onView={setView}
        onUnlocked={(seal, shown) => {
          onEnter({ seal, person: { id: seal.owner, isGuest: false, isShared, ...shown } })
        }}
        onGuest={() => {
          const { seal, person } = openAsGuest(newId)
          onEnter({ seal, person: { ...person, isGuest: true, isShared } })
        }}
        {...{ database, now, newId, onRemoved }}
      />
    </DoorFrame>
  )
}
