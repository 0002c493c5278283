import type { Content } from '../../i18n/content.ts'
import type { Outcome, Row } from './outcome.ts'

/** The words a table file needs, in the language of the moment. */
export type FileWords = {
  readonly name: string
  readonly dimension: string
  readonly area: string
  readonly step: string
  readonly own: string
  readonly target: string
  readonly guess: string
  readonly sure: string
  readonly sureWords: (confidence: NonNullable<Row['confidence']>) => string
}

function stepIn({ level }: Row): number | undefined {
  return level.kind === 'level' ? level.step : undefined
}

function rowsIn({ rows, basicIt }: Outcome): readonly Row[] {
  return basicIt ? [...rows, basicIt] : rows
}

function quoted(cell: string | number | undefined): string {
  return `"${String(cell ?? '').replaceAll('"', '""')}"`
}

/** Semicolons and a byte order mark: what the spreadsheets of our countries open without asking. */
export function tableFile(outcome: Outcome, content: Content, words: FileWords): File {
  const lines = [
    [words.dimension, words.area, words.step, words.own, words.target, words.guess, words.sure],
    ...rowsIn(outcome).map((row) => {
      const own = stepIn(row)
      return [
        row.dimension,
        content.dimension(outcome.assessment.sector, row.dimension).name,
        own,
        own === undefined ? '' : content.stepName(own),
        row.target === undefined ? '' : content.stepName(row.target),
        row.prediction === undefined ? '' : content.stepName(row.prediction),
        row.confidence === undefined ? '' : words.sureWords(row.confidence),
      ]
    }),
  ]
  const table = lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')
  return new File([`\uFEFF${table}\r\n`], `${words.name}.csv`, { type: 'text/csv' })
}

/** The result without the single answers and without the notes. */
export function dataFile(outcome: Outcome, words: FileWords): File {
  const { assessment } = outcome
  const data = {
    peil: 'result',
    v: 1,
    finishedAt: assessment.finishedAt,
    sector: assessment.sector,
    tier: assessment.tier,
    instrumentVersion: assessment.instrumentVersion,
    dimensions: rowsIn(outcome).map((row) => ({
      id: row.dimension,
      step: stepIn(row) ?? null,
      target: row.target ?? null,
      prediction: row.prediction ?? null,
      confidence: row.confidence ?? null,
    })),
  }
  return new File([`${JSON.stringify(data, null, 2)}\n`], `${words.name}.json`, { type: 'application/json' })
}
