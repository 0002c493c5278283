import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ShareFile, useFileOut } from '../../ui/use-file-out.ts'
import { Alert } from '../../ui/alert.tsx'
import { DownloadIcon } from '../../ui/icons/later-icons.ts'
import { tidied } from './draft.ts'
import { faultsOf } from './faults.ts'
import { type Offer, OfferNote } from './offer-note.tsx'
import { ShippedChoice } from './shipped-choice.tsx'
import { TakeIn } from './take-in.tsx'
import type { Editing } from './use-editing.ts'

type Props = {
  readonly edit: Editing
  readonly municipality: string
  readonly shareFile: ShareFile
}

/** Takes the whole profile out as one file, and in again. */
export function FilePage({ edit, municipality, shareFile }: Props): ReactElement {
  const [offer, setOffer] = useState<Offer>()
  const close = (): void => setOffer(undefined)
  const offered = offer && <OfferNote edit={edit} offer={offer} onClose={close} />
  return (
    <>
      <TakeOut edit={edit} municipality={municipality} shareFile={shareFile} />
      <TakeIn onOffer={setOffer} onOther={close}>
        {offer?.from === 'file' && offered}
      </TakeIn>
      <ShippedChoice onOffer={setOffer} onOther={close}>
        {offer?.from === 'shipped' && offered}
      </ShippedChoice>
    </>
  )
}

/** In plain letters: where others cannot be written, a browser throws the whole name away. */
function fileNamed(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

function TakeOut({ edit, municipality, shareFile }: Props): ReactElement {
  const { t } = useTranslation('owner-profile')
  const [isFaulty, setFaulty] = useState(false)
  const [isRefused, hand] = useFileOut(shareFile)
  const take = async (): Promise<void> => {
    const faulty = faultsOf(edit.draft).length > 0
    setFaulty(faulty)
    if (faulty) return
    const name = `${t('file.fileName', { municipality: fileNamed(municipality) })}.json`
    const file = new File([`${JSON.stringify(tidied(edit.draft), null, 2)}\n`], name, { type: 'application/json' })
    await hand(file)
  }
  return (
    <section className="card form" aria-labelledby="export">
      <div>
        <h2 className="t-heading" id="export">
          {t('file.export')}
        </h2>
        <p className="soft">{t('file.exportText')}</p>
      </div>
      {isFaulty && <Alert>{t('file.exportFaulty')}</Alert>}
      {isRefused && <Alert>{t('file.exportRefused')}</Alert>}
      <div className="row">
        <button className="ds-button" type="button" data-variant="secondary" onClick={() => void take()}>
          <DownloadIcon />
          <span>{t('file.exportButton')}</span>
        </button>
      </div>
    </section>
  )
}
