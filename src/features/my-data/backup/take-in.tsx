import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../domain/backup/merge.ts'
import type { BackupContents, BackupFile } from '../../../protocol/backup.ts'
import type { Device } from '../../../storage/device.ts'
import { type FileRefusal, readBackupFile } from '../../../storage/open-backup.ts'
import { compareBackup } from '../../../storage/take-backup-in.ts'
import { Alert } from '../../../ui/alert.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Done } from './done.tsx'
import { type RefusalKind, Review } from './review.tsx'
import { Stage } from './stage.tsx'
import { Unlock } from './unlock.tsx'

type Props = {
  readonly device: Device
  readonly onSettings: (settings: BackupContents['settings']) => Promise<void>
  readonly onClose: () => void
}

type State =
  | { readonly at: 'choose' }
  | { readonly at: 'locked'; readonly name: string; readonly file: BackupFile }
  | { readonly at: 'open'; readonly contents: BackupContents; readonly account: Account }
  | { readonly at: 'done' }

/** From a file to what it held, with a look at what will happen before anything does. */
export function TakeBackupIn({ device, onSettings, onClose }: Props): ReactElement {
  const [state, setState] = useState<State>({ at: 'choose' })
  switch (state.at) {
    case 'choose':
      return <Choose onLocked={(name, file) => setState({ at: 'locked', name, file })} onClose={onClose} />
    case 'locked': {
      const show = async (contents: BackupContents): Promise<RefusalKind | undefined> => {
        const compared = await compareBackup(device.database, contents)
        if (!compared.ok) return compared.error.kind
        setState({ at: 'open', contents, account: compared.value })
        return undefined
      }
      return <Unlock {...state} onOpened={show} onOther={() => setState({ at: 'choose' })} onClose={onClose} />
    }
    case 'open': {
      const finish = async ({ settings }: Account): Promise<void> => {
        const { language, colorScheme } = state.contents.settings
        await onSettings({
          ...(settings.includes('language') && language !== undefined && { language }),
          ...(settings.includes('colorScheme') && colorScheme && { colorScheme }),
        })
        setState({ at: 'done' })
        // Rounds, and questions of an owner's own, that were named in the copy.
        await device.fetchPacks()
      }
      return <Review database={device.database} {...state} onTakenIn={finish} onClose={onClose} />
    }
    case 'done':
      return <Done onClose={onClose} />
  }
}

type ChooseProps = { readonly onLocked: (name: string, file: BackupFile) => void; readonly onClose: () => void }

function Choose({ onLocked, onClose }: ChooseProps): ReactElement {
  const { t } = useTranslation('backup')
  const [refusal, setRefusal] = useState<FileRefusal['kind']>()
  const [isReading, setReading] = useState(false)
  const read = async (file: File): Promise<void> => {
    setRefusal(undefined)
    setReading(true)
    const found = await readBackupFile(file)
    setReading(false)
    if (found.ok) onLocked(file.name, found.value)
    else setRefusal(found.error.kind)
  }
  return (
    <Stage title={t('takeIn.title')}>
      <p className="soft" id="backup-file">
        {t('takeIn.lead')}
      </p>
      <div className="row">
        <FileField label={t('takeIn.choose')} accept=".json,application/json" hint="backup-file" onFile={(file) => void read(file)} />
        <button className="ds-button" type="button" data-variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
      <p role="status" className="t-small soft">
        {isReading && t('takeIn.reading')}
      </p>
      {refusal && <Alert>{t(`takeIn.refused.${refusal}`)}</Alert>}
    </Stage>
  )
}
