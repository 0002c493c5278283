import '../my-data.css'
import '../backup/backup.css'
import { type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { QrCodeIcon } from '../../../ui/icons/first-icons.ts'
import { DownloadIcon, PrinterSmallIcon } from '../../../ui/icons/later-icons.ts'
import type { Device } from '../../../storage/device.ts'
import { MakeBackup } from '../backup/make.tsx'
import type { HandOver } from '../backup/ready.tsx'
import { Stage } from '../backup/stage.tsx'
import { Code } from '../carry/code.tsx'
import { Wipe, type WipeProps } from './wipe.tsx'
import { StaysBehind } from './stays-behind.tsx'

type Props = WipeProps & { readonly device: Device; readonly handOver: HandOver }

/** The way out of a shared tablet: take along what one wants, and leave nothing. */
export function FinishPage({ device, handOver, ...wipe }: Props): ReactElement {
  const { t } = useTranslation('finish')
  const [open, setOpen] = useState<'file' | 'code'>()
  const heading = useRef<HTMLHeadingElement>(null)
  const close = (): void => {
    setOpen(undefined)
    heading.current?.focus()
  }
  return (
    <>
      <div className="stack-s">
        <h1 className="t-display">{t('title')}</h1>
        <p className="t-lead">{t('lead')}</p>
      </div>
      <section className="stack" aria-labelledby="take">
        <div className="stack-s">
          <h2 id="take" ref={heading} className="t-heading" tabIndex={-1}>
            {t('take.title')}
          </h2>
          <p>{t('take.body')}</p>
        </div>
        <div className="row">
          <button
            className="ds-button"
            type="button"
            data-variant="secondary"
            aria-expanded={open === 'code'}
            onClick={() => setOpen('code')}
          >
            <QrCodeIcon />
            <span>{t('take.code')}</span>
          </button>
          <button
            className="ds-button"
            type="button"
            data-variant="secondary"
            aria-expanded={open === 'file'}
            onClick={() => setOpen('file')}
          >
            <DownloadIcon />
            <span>{t('take.file')}</span>
          </button>
          <Link className="ds-button" data-variant="secondary" to="/resultat">
            <PrinterSmallIcon />
            <span>{t('take.print')}</span>
          </Link>
        </div>
        {open === 'file' && <MakeBackup device={device} handOver={handOver} onClose={close} />}
        {open === 'code' && (
          <Stage title={t('take.code')}>
            <Code device={device} />
            <div className="row">
              <button className="ds-button" type="button" data-variant="tertiary" onClick={close}>
                {t('take.close')}
              </button>
            </div>
          </Stage>
        )}
      </section>
      <StaysBehind database={device.database} />
      <Wipe {...wipe} />
    </>
  )
}
