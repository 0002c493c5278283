import { type ReactElement, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resources } from '../../instruments/resources.ts'
import { type ProfileFileRefusal, readProfileFile } from '../../sync/profile-file.ts'
import { FileField } from '../../ui/file-field.tsx'
import { ExclamationmarkTriangleIcon } from '../../ui/icons/first-icons.ts'
import type { Offer } from './offer-note.tsx'
import { RuleList } from './refusal-note.tsx'

type Props = {
  readonly onOffer: (offer: Offer) => void
  /** Another file was asked for: what was offered before is no longer. */
  readonly onOther: () => void
  readonly children: ReactNode
}

/** Reads a profile file and offers it. Whatever is wrong with the file, nothing here changes. */
export function TakeIn({ onOffer, onOther, children }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const id = useId()
  const [refusal, setRefusal] = useState<ProfileFileRefusal>()
  const [isReading, setReading] = useState(false)
  const read = async (file: File): Promise<void> => {
    onOther()
    setRefusal(undefined)
    setReading(true)
    const found = await readProfileFile(file, resources)
    setReading(false)
    if (found.ok) onOffer({ from: 'file', name: file.name, draft: found.value })
    else setRefusal(found.error)
  }
  return (
    <section className="card form noprint" aria-labelledby="import">
      <div>
        <h2 className="t-heading" id="import">
          {t('file.import')}
        </h2>
        <p className="soft" id={`${id}-hint`}>
          {t('file.importText')}
        </p>
      </div>
      <div className="row">
        <FileField label={t('file.importButton')} accept=".json,application/json" hint={`${id}-hint`} onFile={(file) => void read(file)} />
      </div>
      <p role="status" className="soft">
        {isReading && t('file.reading')}
      </p>
      {refusal && <FileRefused refusal={refusal} />}
      {children}
    </section>
  )
}

function FileRefused({ refusal }: { readonly refusal: ProfileFileRefusal }): ReactElement {
  const { t } = useTranslation('owner-profile')
  const text =
    refusal.kind === 'wrong-form'
      ? t('file.refused.wrong-form', { where: refusal.fields.slice(0, 5).join(', ') || '–' })
      : t(`file.refused.${refusal.kind}`)
  return (
    <div className="note note--danger" role="alert">
      <ExclamationmarkTriangleIcon />
      <p>{text}</p>
      {refusal.kind === 'faulty' && <RuleList faults={refusal.faults} />}
    </div>
  )
}
