import { type ReactElement, type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupContents, BackupFile } from '../../../protocol/backup.ts'
import { openBackup } from '../../../storage/open-backup.ts'
import { Alert } from '../../../ui/alert.tsx'
import { PassphraseField, ShowTyped } from './passphrase-field.tsx'
import type { RefusalKind } from './review.tsx'
import { Stage } from './stage.tsx'

type Props = {
  readonly name: string
  readonly file: BackupFile
  /** Looks at what was in it. A refusal is shown here. */
  readonly onOpened: (contents: BackupContents) => Promise<RefusalKind | undefined>
  readonly onOther: () => void
  readonly onClose: () => void
}

/** Asks for the passphrase as often as it takes. */
export function Unlock({ name, file, onOpened, onOther, onClose }: Props): ReactElement {
  const { t } = useTranslation('backup')
  const [typed, setTyped] = useState('')
  const [isShown, setShown] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<RefusalKind>()
  const [isWorking, setWorking] = useState(false)
  const open = async (submitted: SyntheticEvent): Promise<void> => {
    submitted.preventDefault()
    if (isWorking) return
    setRefusal(undefined)
    setMissing(typed.trim() === '')
    if (typed.trim() === '') return
    setWorking(true)
    const opened = await openBackup(file, typed)
    const refused = opened.ok ? await onOpened(opened.value) : opened.error.kind
    setWorking(false)
    setRefusal(refused)
  }
  return (
    <Stage title={t('takeIn.chosen')}>
      <p className="soft">{name}</p>
      <form className="form" noValidate onSubmit={(submitted) => void open(submitted)}>
        <PassphraseField
          label={t('passphrase.label')}
          value={typed}
          isShown={isShown}
          fault={isMissing ? t('passphrase.missing') : undefined}
          onChange={setTyped}
        />
        <ShowTyped label={t('passphrase.show')} isShown={isShown} onChange={setShown} />
        {refusal && <Alert>{t(`takeIn.refused.${refusal}`)}</Alert>}
        <div className="row">
          <button className="ds-button" type="submit" data-variant="primary">
            {t('takeIn.open')}
          </button>
          <button className="ds-button" type="button" data-variant="secondary" onClick={onOther}>
            {t('takeIn.other')}
          </button>
          <button className="ds-button" type="button" data-variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
        <p role="status" className="t-small soft">
          {isWorking && t('takeIn.opening')}
        </p>
      </form>
    </Stage>
  )
}
