import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../../storage/device.ts'
import { type Backup, backupName } from '../../../storage/make-backup.ts'
import { Alert } from '../../../ui/alert.tsx'
import { DownloadIcon } from '../../../ui/icons/later-icons.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { Facts } from './facts.tsx'
import { Stage } from './stage.tsx'

/** Offers a file to the system's own share sheet, and tells what became of it. */
export type HandOver = (file: File) => Promise<'handed' | 'turned-back' | 'failed' | 'none'>

type Became = 'handed' | 'turned-back' | 'saved' | 'failed'

type Props = { readonly backup: Backup; readonly device: Device; readonly handOver: HandOver; readonly onClose: () => void }

/**
 * The file is handed over with a tap of its own: after the second that locking takes, the browser no longer believes that a person asked.
 * An app on the home screen saves nothing by itself: there a download opens a page without a way back.
 */
export function Ready({ backup, device, handOver, onClose }: Props): ReactElement {
  const { t } = useTranslation('backup')
  const [name] = useState(() => backupName(device.now()))
  const [became, setBecame] = useState<Became>()
  const save = async (): Promise<void> => {
    setBecame(undefined)
    const file = new File([backup.bytes], name, { type: 'application/json' })
    const handed = await handOver(file)
    if (handed === 'handed' || handed === 'turned-back') setBecame(handed)
    else if (handed === 'failed' && device.isInstalled()) setBecame('failed')
    else {
      saveFile(file)
      setBecame('saved')
    }
  }
  const { assessments, goals, places } = backup.holds
  return (
    <Stage title={t('ready.title')}>
      <p>
        {t('ready.file', { name })} {became !== 'handed' && became !== 'saved' && t('ready.unsaved')}
      </p>
      <Facts
        facts={[
          { label: t('ready.assessments'), value: assessments },
          { label: t('ready.goals'), value: goals },
          { label: t('ready.places'), value: places },
        ]}
      />
      {backup.leftOut > 0 && <Alert>{t('ready.leftOut')}</Alert>}
      <div className="row">
        <button className="ds-button" type="button" data-variant="primary" onClick={() => void save()}>
          <DownloadIcon />
          <span>{t('ready.save')}</span>
        </button>
        <button className="ds-button" type="button" data-variant="tertiary" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      <p role="status">{became && became !== 'failed' && t(`ready.${became}`)}</p>
      {became === 'failed' && <Alert>{t('ready.failed')}</Alert>}
    </Stage>
  )
}
