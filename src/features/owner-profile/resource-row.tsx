import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resource } from '../../domain/resource/resource.ts'
import { confirmed, hidden, markOf } from './catalogue.ts'
import { ResourceFacts } from './resource-facts.tsx'
import type { Editing } from './use-editing.ts'

type Props = { readonly edit: Editing; readonly resource: Resource }

/** One of Peil's resources, and what the municipality has decided about it. */
export function ResourceRow({ edit, resource }: Props): ReactElement {
  const { t } = useTranslation(['owner-profile', 'resources'])
  const lines: Readonly<Record<string, string>> = t('resources:lines', { returnObjects: true })
  const mark = markOf(resource, edit.draft.profile)
  const { name, id } = resource
  const decide = (button: string, next: typeof confirmed, done: 'confirmed' | 'unconfirmed' | 'hid' | 'unhid'): void => {
    edit.change((draft) => next(draft, id), { text: t(`resources.${done}`, { name }) })
    edit.focusOn(button)
  }
  return (
    <li className="resource" data-mark={mark}>
      <div className="resource__facts">
        {mark !== 'shown' && <p className={mark === 'unchecked' ? 'tag tag--land' : 'tag'}>{t(`resources.marks.${mark}`)}</p>}
        <ResourceFacts resource={resource} line={lines[id]} />
      </div>
      <div className="row noprint">
        {(mark === 'unchecked' || mark === 'confirmed') && (
          <DecideButton
            id={`confirm-${id}`}
            text={t(mark === 'unchecked' ? 'resources.confirm' : 'resources.unconfirm')}
            name={name}
            isMain={mark === 'unchecked'}
            onDecide={() => decide(`confirm-${id}`, confirmed, mark === 'unchecked' ? 'confirmed' : 'unconfirmed')}
          />
        )}
        <DecideButton
          id={`hide-${id}`}
          text={t(mark === 'hidden' ? 'resources.unhide' : 'resources.hide')}
          name={name}
          onDecide={() => decide(`hide-${id}`, hidden, mark === 'hidden' ? 'unhid' : 'hid')}
        />
      </div>
    </li>
  )
}

type DecideProps = {
  readonly id: string
  readonly text: string
  readonly name: string
  readonly isMain?: boolean
  readonly onDecide: () => void
}

function DecideButton({ id, text, name, isMain = false, onDecide }: DecideProps): ReactElement {
  return (
    <button
      className="ds-button"
      id={id}
      type="button"
      data-variant={isMain ? 'secondary' : 'tertiary'}
      data-size="sm"
      aria-label={`${text}: ${name}`}
      onClick={onDecide}
    >
      {text}
    </button>
  )
}
