import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../protocol/person.ts'
import type { PeilDatabase } from '../../storage/database.ts'
import { addPerson, listPersons, unlock } from '../../storage/persons.ts'
import type { Seal } from '../../storage/seal.ts'

/** Somebody has unlocked what is theirs. */
export type Entry = { readonly seal: Seal; readonly person: Pick<Person, 'id' | 'nickname' | 'picture'> }

type Props = {
  readonly database: PeilDatabase
  readonly now: () => string
  readonly newId: () => string
  readonly onEnter: (entry: Entry) => void
}

/** Who is it? Everybody who has a place on this device, and the ways in for those who have none. */
export function DoorPage({ database, now, newId, onEnter }: Props): ReactElement | null {
  const { t } = useTranslation('shared-device')
  const persons = useLiveQuery(() => listPersons(database), [database])
  const [chosen, setChosen] = useState<Person>()
  const [pin, setPin] = useState('')
  if (persons === undefined) return null
  const enter = async (person: Person): Promise<void> => {
    const unlocked = await unlock(database, person.id, pin, now())
    if (unlocked.ok) onEnter({ seal: unlocked.value, person })
  }
  const add = async (): Promise<void> => {
    const person = { id: newId(), nickname: 'Ny', picture: 'sun' } as const
    const added = await addPerson(database, { ...person, pin, takesOver: false })
    if (added.ok) onEnter({ seal: added.value, person })
  }
  return (
    <main className="page">
      <h1 className="t-display">{t('door.title')}</h1>
      {persons.map((person) => (
        <button
          key={person.id}
          type="button"
          onClick={() => {
            setChosen(person)
          }}
        >
          {person.nickname}
        </button>
      ))}
      <input
        aria-label={t('door.pin')}
        value={pin}
        onChange={(event) => {
          setPin(event.target.value)
        }}
      />
      <button type="button" onClick={() => void (chosen ? enter(chosen) : add())}>
        {t('door.open')}
      </button>
    </main>
  )
}
