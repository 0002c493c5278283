import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../../ui/alert.tsx'

type Props = {
  readonly go: string
  /** What is said while the passphrase becomes a key, which takes a while. Nothing is sent off twice meanwhile. */
  readonly working: string
  readonly isWorking: boolean
  readonly refused: string | undefined
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
  /** Other ways on, between going on and leaving. */
  readonly others?: ReactNode
}

/** Fields that lock or open a file, why it did not work, and the ways on. */
export function PassphraseForm({ go, working, isWorking, refused, onSubmit, onClose, children, others }: Props): ReactElement {
  const { t } = useTranslation('backup')
  return (
    <form
      className="form"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (!isWorking) onSubmit()
      }}
    >
      {children}
      {refused !== undefined && <Alert>{refused}</Alert>}
      <div className="row">
        <button className="ds-button" type="submit" data-variant="primary">
          {go}
        </button>
        {others}
        <button className="ds-button" type="button" data-variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
      <p role="status" className="t-small soft">
        {isWorking && working}
      </p>
    </form>
  )
}
