import './backup.css'
import { type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../i18n/languages.ts'
import type { BackupContents } from '../../../protocol/backup.ts'
import type { Device } from '../../../storage/device.ts'
import { DownloadIcon } from '../../../ui/icons/later-icons.ts'
import type { SchemeProps } from '../display.tsx'
import { MakeBackup } from './make.tsx'
import type { HandOver } from './ready.tsx'
import { TakeBackupIn } from './take-in.tsx'

export type BackupProps = Pick<SchemeProps, 'changeScheme'> & { readonly device: Device; readonly handOver: HandOver }

/** Taking along what one has, and bringing it to another device. */
export function Backup({ device, handOver, changeScheme }: BackupProps): ReactElement {
  const { t, i18n } = useTranslation('backup')
  const [open, setOpen] = useState<'make' | 'take-in'>()
  const heading = useRef<HTMLHeadingElement>(null)
  const close = (): void => {
    setOpen(undefined)
    heading.current?.focus()
  }
  const adopt = async ({ language, colorScheme }: BackupContents['settings']): Promise<void> => {
    if (colorScheme !== undefined) await changeScheme(colorScheme)
    if (language !== undefined && languages.includes(language)) await i18n.changeLanguage(language)
  }
  return (
    <section className="stack noprint" aria-labelledby="backup">
      <div className="stack-s">
        <h2 id="backup" ref={heading} className="t-heading" tabIndex={-1}>
          {t('title')}
        </h2>
        <p>{t('lead')}</p>
      </div>
      {open === undefined && (
        <div className="row">
          <button className="ds-button" type="button" data-variant="secondary" onClick={() => setOpen('make')}>
            <DownloadIcon />
            <span>{t('make.title')}</span>
          </button>
          <button className="ds-button" type="button" data-variant="secondary" onClick={() => setOpen('take-in')}>
            {t('takeIn.title')}
          </button>
        </div>
      )}
      {open === 'make' && <MakeBackup device={device} handOver={handOver} onClose={close} />}
      {open === 'take-in' && <TakeBackupIn device={device} onSettings={adopt} onClose={close} />}
    </section>
  )
}
