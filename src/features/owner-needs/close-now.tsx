import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndMonth } from '../../i18n/dates.ts'
import type { Round } from '../../protocol/round.ts'
import type { Office, OfficeRefusal } from '../../sync/office.ts'
import { Alert } from '../../ui/alert.tsx'
import { Waiting } from '../../ui/group/say.tsx'

type Props = { readonly office: Office; readonly round: Round; readonly onClosed: () => void }
type State = { readonly kind: 'offered' | 'asking' | 'closing' } | { readonly kind: 'failed'; readonly refusal: OfficeRefusal }

/** An owner need not wait for the figures. Closing cannot be undone, so it asks once. */
export function CloseNow({ office, round, onClosed }: Props): ReactElement {
  const { t, i18n } = useTranslation(['owner', 'group'])
  const [state, setState] = useState<State>({ kind: 'offered' })
  const close = async (): Promise<void> => {
    setState({ kind: 'closing' })
    const closed = await office.closeRound(round.round)
    if (closed.ok) onClosed()
    else setState({ kind: 'failed', refusal: closed.error })
  }
  const accept = dayAndMonth(round.acceptUntil, i18n.language)
  return (
    <section className="stack noprint" aria-labelledby="close-now">
      <h2 id="close-now" className="t-heading">
        {t('closing.title')}
      </h2>
      <p>{round.state === 'open' ? t('closing.open') : t('closing.closed', { accept })}</p>
      {state.kind === 'failed' && (
        <Alert>
          {t('closing.failed')} {t(`group:refusal.${state.refusal.kind}.text`)}
        </Alert>
      )}
      {state.kind === 'closing' && <Waiting text={t('closing.busy')} />}
      {state.kind === 'asking' && (
        <Sure
          onYes={() => void close()}
          onNo={() => {
            setState({ kind: 'offered' })
          }}
        />
      )}
      {(state.kind === 'offered' || state.kind === 'failed') && (
        <div className="row">
          <button
            className="ds-button"
            type="button"
            data-variant="secondary"
            onClick={() => {
              setState({ kind: 'asking' })
            }}
          >
            {t('closing.ask')}
          </button>
        </div>
      )}
    </section>
  )
}

function Sure({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }): ReactElement {
  const { t } = useTranslation('owner')
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    question.current?.focus()
  }, [])
  return (
    <div ref={question} className="note" role="alertdialog" aria-labelledby="close-sure" aria-describedby="close-sure-body" tabIndex={-1}>
      <h3 id="close-sure" className="t-sub">
        {t('closing.sure')}
      </h3>
      <p id="close-sure-body">{t('closing.sureBody')}</p>
      <div className="row">
        <button className="ds-button" type="button" onClick={onYes}>
          {t('closing.yes')}
        </button>
        <button className="ds-button" type="button" data-variant="secondary" onClick={onNo}>
          {t('closing.no')}
        </button>
      </div>
    </div>
  )
}
