import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { Step } from '../../domain/instrument/instrument.ts'
import { type Entry, type Track, finishOf } from '../../domain/scoring/history.ts'
import { plainDay } from '../../i18n/short-dates.ts'
import { type MadeOn, thenAt } from './looking-back.ts'

export type Row = {
  readonly finishedAt: string
  readonly id: string
  readonly sector: Assessment['sector']
  readonly tier: Assessment['tier']
  readonly step: Step | null
  /** Steps since the last comparable one; nothing where there is none. */
  readonly change: number | null
  readonly newLine: NonNullable<Entry['apart']> | null
  readonly lookingBack: Step | null
}

function changeIn({ change }: Entry): number | null {
  if (change === undefined) return null
  return change.kind === 'same' ? 0 : change.steps
}

/** One row per time and dimension: steps only, no single answers and no notes. */
export function rowsOf(tracks: readonly Track[], made: readonly MadeOn[]): readonly Row[] {
  return tracks.flatMap(({ dimension, entries }) =>
    entries.map((entry) => ({
      finishedAt: finishOf(entry.assessment),
      id: dimension,
      sector: entry.assessment.sector,
      tier: entry.assessment.tier,
      step: entry.level?.kind === 'level' ? entry.level.step : null,
      change: changeIn(entry),
      newLine: entry.apart ?? null,
      lookingBack: thenAt(made, entry.assessment.id, dimension) ?? null,
    })),
  )
}

export type TableWords = { readonly heads: readonly string[]; readonly area: (row: Row) => string; readonly step: (step: Step) => string }

function quoted(cell: string | number | null): string {
  return `"${String(cell ?? '').replaceAll('"', '""')}"`
}

/** Semicolons and a byte order mark: what the spreadsheets of our countries open without asking. */
export function historyTable(rows: readonly Row[], name: string, words: TableWords): File {
  const lines = rows.map((row) => [
    plainDay(row.finishedAt),
    row.id,
    words.area(row),
    row.step,
    row.step === null ? '' : words.step(row.step),
    row.change,
    row.newLine,
    row.lookingBack,
  ])
  const table = [words.heads, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')
  return new File([`\uFEFF${table}\r\n`], `${name}.csv`, { type: 'text/csv' })
}

export function historyData(rows: readonly Row[], name: string): File {
  const data = { peil: 'history', v: 1, rows }
  return new File([`${JSON.stringify(data, null, 2)}\n`], `${name}.json`, { type: 'application/json' })
}
