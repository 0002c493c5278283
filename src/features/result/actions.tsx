import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useContent } from '../../i18n/content.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DownloadIcon, PencilIcon } from '../../ui/icons/later-icons.ts'
import { PrintAction } from '../../ui/print-action.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { type FileWords, dataFile, tableFile } from './files.ts'
import type { Outcome } from './outcome.ts'

/** Offers a file to the system's own share sheet. False if it cannot take it. */
export type ShareFile = (file: File) => Promise<boolean>

function useFileWords(): FileWords {
  const { t } = useTranslation('result')
  return {
    name: t('file.name'),
    dimension: t('file.dimension'),
    step: t('file.step'),
    area: t('table.area'),
    own: t('table.own'),
    target: t('table.target'),
    guess: t('table.guess'),
    sure: t('table.sure'),
    sureWords: (confidence) => t(`sure.${confidence}`),
  }
}

export function Actions({ outcome, shareFile }: { readonly outcome: Outcome; readonly shareFile?: ShareFile }): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const words = useFileWords()
  const hand = async (file: File): Promise<void> => {
    if ((await shareFile?.(file)) !== true) saveFile(file)
  }
  return (
    <div className="stack-s noprint">
      <div className="row">
        <PrintAction label={t('actions.print')} />
        <ActionButton Icon={DownloadIcon} label={t('actions.csv')} onClick={() => void hand(tableFile(outcome, content, words))} />
        <ActionButton Icon={DownloadIcon} label={t('actions.json')} onClick={() => void hand(dataFile(outcome, words))} />
        <Link className="ds-button push" data-variant="tertiary" to="/kartlegging/slutt">
          <PencilIcon />
          <span>{t('actions.change')}</span>
        </Link>
      </div>
      <p className="t-small soft">{t('actions.files')}</p>
    </div>
  )
}
