import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useContent } from '../../i18n/content.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Alert } from '../../ui/alert.tsx'
import { DownloadIcon, PencilIcon } from '../../ui/icons/later-icons.ts'
import { PrintAction } from '../../ui/print-action.tsx'
import { type ShareFile, useFileOut } from '../../ui/use-file-out.ts'
import { type FileWords, dataFile, tableFile } from './files.ts'
import type { Outcome } from './outcome.ts'

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
  const [isRefused, hand] = useFileOut(shareFile)
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
      {isRefused && <Alert>{t('actions.refused')}</Alert>}
      <p className="t-small soft">{t('actions.files')}</p>
    </div>
  )
}
