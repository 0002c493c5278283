import './scan.css'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedEntry } from '../../sync/entry.ts'
import { FileField } from '../../ui/file-field.tsx'
import { InformationIcon } from '../../ui/icons/first-icons.ts'
import { CameraIcon } from '../../ui/icons/later-icons.ts'
import type { Saying, ScanFault, Scanner, Trouble } from './scanning.ts'
import { useScan } from './use-scan.ts'

export type ScanProps = { readonly scanner: Scanner; readonly origin: string; readonly onEntry: (entry: LinkedEntry) => void }
type Props = ScanProps & {
  /** The round that is open already: only a slip, or another round, says anything new. */
  readonly round?: string
}

/** Reads the slip's QR code inside the app: the device's own camera would open a tab, whose storage is another. */
export function Scan({ scanner, origin, round, onEntry }: Props): ReactElement {
  const { t } = useTranslation('contribute')
  const { video, isOn, saying, trouble, turn, turnOff, readPhoto } = useScan(scanner, { origin, round }, onEntry)
  const say = useScanWords()
  return (
    <section className="card form noprint" aria-labelledby="scan">
      <div className="stack-s">
        <h2 id="scan" className="t-sub">
          {t('scan.title')}
        </h2>
        <p className="t-small soft">{t('scan.lead')}</p>
      </div>
      <div className="row">
        <button className="ds-button" type="button" data-variant={isOn ? 'secondary' : 'primary'} onClick={turn}>
          <CameraIcon />
          <span>{isOn ? t('scan.stop') : t('scan.start')}</span>
        </button>
        <FileField label={t('scan.photo')} accept="image/*" onAsk={turnOff} onFile={readPhoto} />
      </div>
      {trouble && (
        <div className="note note--plain" role="alert">
          <InformationIcon />
          <p>{say.trouble(trouble)}</p>
        </div>
      )}
      <div className="scan">
        <p role="status">{saying && say.saying(saying)}</p>
        <div className="scan__view" hidden={!isOn}>
          <video ref={video} aria-hidden="true" muted playsInline />
        </div>
      </div>
    </section>
  )
}

function useScanWords(): { saying: (saying: Saying) => string; trouble: (trouble: Trouble) => string } {
  const { t } = useTranslation('contribute')
  const fault = (found: ScanFault): string => {
    if (found.kind === 'other-address') return t('entry.other-address', { address: found.address })
    return found.kind === 'slip-too-new' ? t('entry.slip-too-new') : t(`scan.fault.${found.kind}`)
  }
  return {
    saying: (saying) => (saying.kind === 'fault' ? fault(saying.fault) : t(`scan.says.${saying.kind}`)),
    trouble: (trouble) => (trouble.kind === 'fault' ? fault(trouble.fault) : t(`scan.trouble.${trouble.kind}`)),
  }
}
