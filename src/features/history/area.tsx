import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../domain/assessment/assessment.ts'
import { type Step, steps } from '../../domain/instrument/instrument.ts'
import type { Entry, Track } from '../../domain/scoring/history.ts'
import { useContent } from '../../i18n/content.ts'
import { TimePlot } from '../../ui/assess/time-plot.tsx'
import { apartWords, sinceWords, stepWords } from './entry-words.ts'

export type AreaProps = {
  readonly track: Track
  /** How many of its oldest are there for comparison alone. */
  readonly hidden: number
  readonly labelOf: (assessment: Assessment) => string
  /** Where the person says afterwards that they were, by the id of the assessment it is about. */
  readonly thenOf: (id: string) => Step | undefined
}

/** One dimension over time: a chart, and beside it a table with the same content. */
export function Area({ track, hidden, labelOf, thenOf }: AreaProps): ReactElement | null {
  const { t, i18n } = useTranslation(['result', 'app'])
  const content = useContent()
  const shown = track.entries.slice(hidden)
  const newest = shown.at(-1)
  if (newest === undefined) return null
  const { name } = content.dimension(newest.assessment.sector, track.dimension)
  return (
    <section className="card track" aria-labelledby={`track-${track.dimension}`}>
      <h3 id={`track-${track.dimension}`} className="t-sub">
        {name}
      </h3>
      <div className="track__both">
        <TimePlot
          axis={steps.map(content.stepShort)}
          rows={shown.map((entry) => ({
            id: entry.assessment.id,
            label: labelOf(entry.assessment),
            step: entry.level?.kind === 'level' ? entry.level.step : undefined,
            says: stepWords(t, content, entry),
            then: thenOf(entry.assessment.id),
            apart: apartWords(t, i18n.language, entry),
          }))}
        />
        <SameAsTable name={name} shown={shown} {...{ track, hidden, labelOf, thenOf }} />
      </div>
    </section>
  )
}

type TableProps = AreaProps & { readonly name: string; readonly shown: readonly Entry[] }

function SameAsTable({ track, hidden, labelOf, thenOf, name, shown }: TableProps): ReactElement {
  const { t, i18n } = useTranslation(['result', 'app'])
  const content = useContent()
  const heads = [t('history.table.when'), t('history.table.step'), t('history.table.since')] as const
  return (
    <table className="plain track__table">
      <caption className="sr">{t('history.table.caption', { area: name })}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((entry, index) => {
          const then = thenOf(entry.assessment.id)
          return (
            <tr key={entry.assessment.id}>
              <th scope="row" className="num">
                {labelOf(entry.assessment)}
              </th>
              <td data-label={heads[1]}>
                <span>
                  {stepWords(t, content, entry)}
                  {then !== undefined && <small>{t('history.table.then', { step: content.stepName(then) })}</small>}
                </span>
              </td>
              <td data-label={heads[2]}>{sinceWords(t, i18n.language, { entry, before: track.entries[hidden + index - 1], labelOf })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
