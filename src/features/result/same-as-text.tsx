import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../domain/instrument/instrument.ts'
import type { Level } from '../../domain/scoring/level.ts'
import { useContent } from '../../i18n/content.ts'
import { Fold } from '../../ui/assess/fold.tsx'
import { TableIcon } from '../../ui/icons/later-icons.ts'
import type { Outcome, Row } from './outcome.ts'

type Column = { readonly head: string; readonly cell: (row: Row) => string }

function useColumns(outcome: Outcome): readonly Column[] {
  const { t } = useTranslation('result')
  const content = useContent()
  const step = (given: Step | undefined): string => (given === undefined ? t('table.nothing') : content.stepName(given))
  const level = (given: Level | undefined): string => (given?.kind === 'level' ? content.stepName(given.step) : t('table.few'))
  const hasSure = outcome.rows.some(({ confidence }) => confidence !== undefined)
  return [
    { head: t('table.own'), cell: (row) => level(row.level) },
    ...(outcome.hasTargets ? [{ head: t('table.target'), cell: (row: Row) => step(row.target) }] : []),
    ...(outcome.hasGuesses ? [{ head: t('table.guess'), cell: (row: Row) => step(row.prediction) }] : []),
    ...(outcome.hasEarlier ? [{ head: t('table.last'), cell: (row: Row) => level(row.before) }] : []),
    ...(hasSure
      ? [{ head: t('table.sure'), cell: (row: Row) => (row.confidence ? t(`sure.${row.confidence}`) : t('table.nothing')) }]
      : []),
  ]
}

/** The plots once more, for who would rather read. */
export function SameAsText({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const columns = useColumns(outcome)
  return (
    <Fold Icon={TableIcon} title={t('table.title')}>
      <table className="plain rows">
        <caption className="sr">{t('table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.area')}</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...outcome.rows, ...(outcome.basicIt ? [outcome.basicIt] : [])].map((row) => (
            <tr key={row.dimension}>
              <th scope="row">{content.dimension(outcome.assessment.sector, row.dimension).name}</th>
              {columns.map(({ head, cell }) => (
                <td key={head} data-label={head}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  )
}
