import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { historyOf } from '../../domain/scoring/history.ts'
import { useContent } from '../../i18n/content.ts'
import type { Device } from '../../storage/device.ts'
import { wholeHistory } from '../../storage/history.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Alert } from '../../ui/alert.tsx'
import { DownloadIcon } from '../../ui/icons/later-icons.ts'
import { PrintAction } from '../../ui/print-action.tsx'
import { type ShareFile, useFileOut } from '../../ui/use-file-out.ts'
import { type Row, historyData, historyTable, rowsOf } from './files.ts'
import { lookBacksOf } from './looking-back.ts'
import { withQuestions } from './use-history.ts'

const columns = ['when', 'code', 'area', 'step', 'words', 'change', 'newLine', 'then'] as const

async function rowsIn({ database }: Device): Promise<readonly Row[]> {
  const assessments = await wholeHistory(database)
  return rowsOf(historyOf(await withQuestions(database, assessments)), lookBacksOf(assessments))
}

/** Every year, on paper or as a file: also those that are not on the screen. */
export function Keep({ device, shareFile }: { readonly device: Device; readonly shareFile?: ShareFile }): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const [isRefused, hand] = useFileOut(shareFile)
  const words = {
    heads: columns.map((column) => t(`history.file.${column}`)),
    area: ({ sector, id }: Row) => content.dimension(sector, id).name,
    step: content.stepName,
  }
  const ways = [
    { label: t('actions.csv'), make: (rows: readonly Row[]) => historyTable(rows, t('history.file.name'), words) },
    { label: t('actions.json'), make: (rows: readonly Row[]) => historyData(rows, t('history.file.name')) },
  ]
  return (
    <div className="stack-s noprint">
      <div className="row">
        <PrintAction label={t('actions.print')} />
        {ways.map(({ label, make }) => (
          <ActionButton
            key={label}
            Icon={DownloadIcon}
            label={label}
            onClick={() => void rowsIn(device).then(async (rows) => hand(make(rows)))}
          />
        ))}
      </div>
      {isRefused && <Alert>{t('actions.refused')}</Alert>}
      <p className="t-small soft">{t('history.files')}</p>
    </div>
  )
}
