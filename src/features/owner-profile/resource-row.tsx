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
  return (
    <li className="resource" data-mark={mark}>
      <div className="resource__facts">
        {mark !== 'shown' && <p className={mark === 'unchecked' ? 'tag tag--land' : 'tag'}>{t(`resources.marks.${mark}`)}</p>}
        <ResourceFacts resource={resource} line={lines[id]} />
      </div>
      <div className="row noprint">
        {mark === 'unchecked' && (
          <DecideButton
            text={t('resources.confirm')}
            name={name}
            isMain
            onDecide={() => edit.change((draft) => confirmed(draft, id), { text: t('resources.confirmed', { name }) })}
          />
        )}
        {mark === 'confirmed' && (
          <DecideButton
            text={t('resources.unconfirm')}
            name={name}
            onDecide={() => edit.change((draft) => confirmed(draft, id), { text: t('resources.unconfirmed', { name }) })}
          />
        )}
        <DecideButton
          text={mark === 'hidden' ? t('resources.unhide') : t('resources.hide')}
          name={name}
          onDecide={() =>
            edit.change((draft) => hidden(draft, id), { text: t(mark === 'hidden' ? 'resources.unhid' : 'resources.hid', { name }) })
          }
        />
      </div>
    </li>
  )
}

type DecideProps = { readonly text: string; readonly name: string; readonly isMain?: boolean; readonly onDecide: () => void }

function DecideButton({ text, name, isMain = false, onDecide }: DecideProps): ReactElement {
  return (
    <button
      className="ds-button"
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
