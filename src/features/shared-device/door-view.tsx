import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picture } from '../../domain/person/pictures.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import type { Seal } from '../../storage/seal.ts'
import type { Sharing } from '../../storage/sharing.ts'
import { PadlockLockedIcon } from '../../ui/icons/first-icons.ts'
import { Saved } from '../../ui/saved.tsx'
import { Forgotten } from './forgotten.tsx'
import { Guest } from './guest.tsx'
import { NewPlace } from './new-place.tsx'
import { People } from './people.tsx'
import { Unlock } from './unlock.tsx'

/** What stands in the door. `removed`: whose place has just been taken off. */
export type View =
  | { readonly kind: 'who'; readonly removed?: string }
  | { readonly kind: 'new' | 'guest' }
  | { readonly kind: 'unlock' | 'forgotten'; readonly id: string }

/** `wiped`: somebody has just taken everything of theirs off the device. `other-tab`: this door was put there from another tab. */
export type Why = 'wiped' | 'other-tab'

type Props = {
  readonly view: View
  readonly sharing: Sharing
  readonly why: Why | undefined
  readonly database: PeilDatabase
  readonly now: () => string
  readonly newId: () => string
  readonly onView: (view: View) => void
  readonly onUnlocked: (seal: Seal, shown: { readonly nickname?: string; readonly picture?: Picture }) => void
  readonly onGuest: () => void
  readonly onRemoved: () => void
}

export function InView(props: Props): ReactElement | null {
  const { view, sharing, database, newId, onView, onUnlocked, onGuest } = props
  const { t } = useTranslation('shared-device')
  const back = (): void => {
    onView({ kind: 'who' })
  }
  switch (view.kind) {
    case 'who':
      return <Who {...props} removed={view.removed} />
    case 'new':
      return (
        <div className="door__pane door__pane--wide card">
          <div className="stack-s">
            <h1 className="t-title">{t('new.title')}</h1>
            <p className="soft">{t('new.lead')}</p>
          </div>
          <NewPlace database={database} newId={newId} others={sharing.persons} takesOver={false} onAdded={onUnlocked} onBack={back} />
        </div>
      )
    case 'guest':
      return <Guest onBegin={onGuest} onBack={back} />
    case 'unlock':
    case 'forgotten':
      return <OfPerson {...props} id={view.id} isForgotten={view.kind === 'forgotten'} onBack={back} />
  }
}

function Who({ sharing, why, onView, removed }: Props & { readonly removed: string | undefined }): ReactElement {
  const { t } = useTranslation('shared-device')
  return (
    <div className="stack-l">
      <div className="stack-s">
        <h1 className="t-display">{t('door.title')}</h1>
        <p className="t-lead">{sharing.persons.length > 0 ? t('door.lead') : t('door.empty')}</p>
        {why === 'wiped' && <Saved>{t('door.wiped')}</Saved>}
        {why === 'other-tab' && <p role="status">{t('door.shared')}</p>}
        {removed !== undefined && <Saved>{t('door.removed', { nickname: removed })}</Saved>}
      </div>
      <People
        persons={sharing.persons}
        onChoose={({ id }) => {
          onView({ kind: 'unlock', id })
        }}
        onNew={() => {
          onView({ kind: 'new' })
        }}
        onGuest={() => {
          onView({ kind: 'guest' })
        }}
      />
      <p className="saved">
        <PadlockLockedIcon />
        <span>{t('door.promise')}</span>
      </p>
    </div>
  )
}

type OfPersonProps = Props & { readonly id: string; readonly isForgotten: boolean; readonly onBack: () => void }

function OfPerson({
  id,
  isForgotten,
  sharing,
  why,
  database,
  now,
  onView,
  onUnlocked,
  onRemoved,
  onBack,
}: OfPersonProps): ReactElement | null {
  const person = sharing.persons.find((each) => each.id === id)
  if (person === undefined) return null
  const { nickname, picture } = person
  return isForgotten ? (
    <Forgotten
      database={database}
      person={person}
      onBack={() => {
        onView({ kind: 'unlock', id })
      }}
      onRemoved={() => {
        onRemoved()
        onView({ kind: 'who', ...(nickname !== undefined && { removed: nickname }) })
      }}
    />
  ) : (
    <Unlock
      database={database}
      now={now}
      person={person}
      onUnlocked={(seal) => {
        onUnlocked(seal, { ...(nickname !== undefined && { nickname }), ...(picture && { picture }) })
      }}
      onForgotten={() => {
        onView({ kind: 'forgotten', id })
      }}
      isNews={why === 'other-tab' && !sharing.isShared}
      onBack={sharing.isShared ? onBack : undefined}
    />
  )
}
