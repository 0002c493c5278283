import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import { eraseEverything } from '../../storage/erase.ts'
import { onDevice } from '../../storage/refusals.ts'
import { Alert } from '../../ui/alert.tsx'
import { TrashIcon } from '../../ui/icons/later-icons.ts'

type Props = { readonly database: PeilDatabase; readonly onErased: () => void }
type State = 'closed' | 'asking' | 'failed' | 'storage-full' | 'storage-unavailable'

/** Deletes everything after one question, and says so if something is left. */
export function Erase({ database, onErased }: Props): ReactElement {
  const { t } = useTranslation(['my-data', 'app'])
  const [state, setState] = useState<State>('closed')
  const opener = useFocusBack(state === 'asking')
  const erase = async (): Promise<void> => {
    const erased = await onDevice(() => eraseEverything(database))
    if (erased.ok && erased.value) onErased()
    else setState(erased.ok ? 'failed' : erased.error.kind)
  }
  return (
    <section className="stack" aria-labelledby="erase">
      <div className="stack-s">
        <h2 id="erase" className="t-heading">
          {t('erase.title')}
        </h2>
        <p>{t('erase.body')}</p>
        <p className="t-small soft">{t('erase.counted')}</p>
      </div>
      {state === 'asking' ? (
        <Sure
          onYes={() => void erase()}
          onNo={() => {
            setState('closed')
          }}
        />
      ) : (
        <div className="row">
          <button
            ref={opener}
            className="ds-button"
            type="button"
            data-variant="secondary"
            data-color="danger"
            onClick={() => {
              setState('asking')
            }}
          >
            <TrashIcon />
            <span>{t('erase.open')}</span>
          </button>
        </div>
      )}
      {state === 'failed' && <Alert>{t('erase.failed')}</Alert>}
      {(state === 'storage-full' || state === 'storage-unavailable') && <Alert>{t(`app:refusals.${state}`)}</Alert>}
    </section>
  )
}

/** Gives the focus back to the button when the question it opened is gone. */
function useFocusBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return opener
}

function Sure({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }): ReactElement {
  const { t } = useTranslation(['my-data', 'app'])
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    question.current?.focus()
  }, [])
  return (
    <div ref={question} className="note note--danger" role="alertdialog" aria-labelledby="sure" aria-describedby="sure-body" tabIndex={-1}>
      <TrashIcon />
      <h3 id="sure" className="t-sub">
        {t('erase.sure')}
      </h3>
      <p id="sure-body">{t('erase.sureBody')}</p>
      <div className="row">
        <button className="ds-button" type="button" data-color="danger" onClick={onYes}>
          {t('erase.yes')}
        </button>
        <button className="ds-button" type="button" data-variant="secondary" onClick={onNo}>
          {t('erase.no')}
        </button>
      </div>
    </div>
  )
}
