import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupContents, BackupFile } from '../../../protocol/backup.ts'
import { openBackup } from '../../../storage/open-backup.ts'
import { PassphraseField, ShowTyped } from './passphrase-field.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
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
  const open = async (): Promise<void> => {
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
      <PassphraseForm
        go={t('takeIn.open')}
        working={t('takeIn.opening')}
        isWorking={isWorking}
        refused={refusal && t(`takeIn.refused.${refusal}`)}
        onSubmit={() => void open()}
        onClose={onClose}
        others={
          <button className="ds-button" type="button" data-variant="secondary" onClick={onOther}>
            {t('takeIn.other')}
          </button>
        }
      >
        <PassphraseField
          label={t('passphrase.label')}
          value={typed}
          isShown={isShown}
          fault={isMissing ? t('passphrase.missing') : undefined}
          onChange={setTyped}
        />
        <ShowTyped label={t('passphrase.show')} isShown={isShown} onChange={setShown} />
      </PassphraseForm>
    </Stage>
  )
}
