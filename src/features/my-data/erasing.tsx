import { type ReactElement, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../domain/result.ts'
import type { Erased } from '../../storage/erase.ts'
import type { StorageRefusal } from '../../storage/refusals.ts'
import { Alert } from '../../ui/alert.tsx'
import { TrashIcon } from '../../ui/icons/later-icons.ts'
import { Sure } from './sure.tsx'
import { useFocusBack } from './use-focus-back.ts'

type Props = {
  readonly words: Readonly<Record<'title' | 'open' | 'sure' | 'sureBody' | 'yes' | 'no' | 'leftOver', string> & { notCounted?: string }>
  /** What is said before: what goes, and what does not. */
  readonly children: ReactNode
  /** The page is there for this, and not for other things first. */
  readonly isMain?: boolean
  /** Deletes, and looks whether everything is gone. */
  readonly erase: () => Promise<Result<Erased, StorageRefusal>>
  readonly onErased: () => void
}

type State = 'closed' | 'asking' | 'working' | Erased | StorageRefusal['kind']

/** Deletes after one question, and says so if something is left. */
export function Erasing({ words, children, isMain = false, erase, onErased }: Props): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const [state, setState] = useState<State>('closed')
  const isOpen = state === 'asking' || state === 'working'
  const opener = useFocusBack(isOpen)
  const confirm = async (): Promise<void> => {
    if (state === 'working') return
    setState('working')
    const erased = await erase()
    if (erased.ok && erased.value === 'nothing-left') onErased()
    else setState(erased.ok ? erased.value : erased.error.kind)
  }
  return (
    <section className="stack" aria-labelledby={id}>
      <div className="stack-s">
        <h2 id={id} className="t-heading">
          {words.title}
        </h2>
        {children}
      </div>
      {isOpen ? (
        <Sure
          title={words.sure}
          body={words.sureBody}
          yes={words.yes}
          no={words.no}
          onYes={() => void confirm()}
          onNo={() => {
            if (state === 'asking') setState('closed')
          }}
        />
      ) : (
        <div className="row">
          <button
            ref={opener}
            className="ds-button"
            type="button"
            data-variant={isMain ? 'primary' : 'secondary'}
            data-color="danger"
            onClick={() => {
              setState('asking')
            }}
          >
            <TrashIcon />
            <span>{words.open}</span>
          </button>
        </div>
      )}
      {state === 'left-over' && <Alert>{words.leftOver}</Alert>}
      {state === 'not-counted' && <Alert>{words.notCounted}</Alert>}
      {(state === 'storage-full' || state === 'storage-unavailable') && <Alert>{t(`refusals.${state}`)}</Alert>}
    </section>
  )
}
