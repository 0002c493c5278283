import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../domain/result.ts'
import type { Remains } from '../../../storage/leave.ts'
import type { StorageRefusal } from '../../../storage/refusals.ts'
import { Alert } from '../../../ui/alert.tsx'
import { TrashIcon } from '../../../ui/icons/later-icons.ts'
import { Sure } from '../sure.tsx'
import { useFocusBack } from '../use-focus-back.ts'

export type WipeProps = {
  /** Takes the person off the device, and counts what is left of them. */
  readonly leave: () => Promise<Result<Remains, StorageRefusal>>
  /** Nothing is left. */
  readonly onLeft: () => void
}

type State = 'closed' | 'asking' | 'working' | 'left-over' | StorageRefusal['kind']

/** Deletes what is the person's after one question, and says so if something is left. */
export function Wipe({ leave, onLeft }: WipeProps): ReactElement {
  const { t } = useTranslation(['finish', 'app'])
  const [state, setState] = useState<State>('closed')
  const opener = useFocusBack(state === 'asking')
  const wipe = async (): Promise<void> => {
    setState('working')
    const left = await leave()
    if (!left.ok) setState(left.error.kind)
    else if (left.value.rows > 0) setState('left-over')
    else onLeft()
  }
  return (
    <section className="stack" aria-labelledby="wipe">
      <div className="stack-s">
        <h2 id="wipe" className="t-heading">
          {t('wipe.title')}
        </h2>
        <p>{t('wipe.body')}</p>
      </div>
      {state === 'asking' ? (
        <Sure
          title={t('wipe.sure')}
          body={t('wipe.sureBody')}
          yes={t('wipe.yes')}
          no={t('wipe.no')}
          onYes={() => void wipe()}
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
            data-color="danger"
            disabled={state === 'working'}
            onClick={() => {
              setState('asking')
            }}
          >
            <TrashIcon />
            <span>{t('wipe.go')}</span>
          </button>
        </div>
      )}
      {state === 'left-over' && <Alert>{t('wipe.leftOver')}</Alert>}
      {(state === 'storage-full' || state === 'storage-unavailable') && <Alert>{t(`app:refusals.${state}`)}</Alert>}
    </section>
  )
}
