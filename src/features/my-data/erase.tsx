import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeilDatabase } from '../../storage/database.ts'
import { eraseEverything } from '../../storage/erase.ts'
import { onDevice } from '../../storage/refusals.ts'
import { Alert } from '../../ui/alert.tsx'
import { TrashIcon } from '../../ui/icons/later-icons.ts'
import { Sure } from './sure.tsx'
import { useFocusBack } from './use-focus-back.ts'

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
          title={t('erase.sure')}
          body={t('erase.sureBody')}
          yes={t('erase.yes')}
          no={t('erase.no')}
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
