import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../protocol/person.ts'
import { ClockIcon } from '../../ui/icons/first-icons.ts'
import { PlusIcon } from '../../ui/icons/later-icons.ts'
import { Face } from './face.tsx'

type Props = {
  readonly persons: readonly Person[]
  readonly onChoose: (person: Person) => void
  readonly onNew: () => void
  readonly onGuest: () => void
}

/** Everybody with a place here, and the two ways in for those who have none. */
export function People({ persons, onChoose, onNew, onGuest }: Props): ReactElement {
  const { t } = useTranslation('shared-device')
  return (
    <ul className="people" aria-label={t('door.people')}>
      {persons.map((person) => (
        <li key={person.id}>
          <button
            className="person"
            type="button"
            onClick={() => {
              onChoose(person)
            }}
          >
            <Face picture={person.picture ?? 'sun'} />
            <span>{person.nickname}</span>
          </button>
        </li>
      ))}
      <li>
        <button className="person person--open" type="button" onClick={onNew}>
          <span className="face">
            <PlusIcon />
          </span>
          <span>{t('door.new')}</span>
        </button>
      </li>
      <li>
        <button className="person person--open" type="button" onClick={onGuest}>
          <span className="face">
            <ClockIcon />
          </span>
          <span>{t('door.guest')}</span>
        </button>
      </li>
    </ul>
  )
}
