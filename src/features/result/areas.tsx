import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isArea, steps } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { StationAxis } from '../../ui/assess/station-axis.tsx'
import '../../ui/assess/step-plot.css'
import { EmptyPlot, MarkSample, type PlotMark, StepPlot } from '../../ui/assess/step-plot.tsx'
import { Segments } from '../../ui/segments.tsx'
import type { Outcome, Row } from './outcome.ts'
import { type Compared, hiddenWords, shortWords } from './row-words.ts'

function choicesIn(outcome: Outcome): readonly Compared[] {
  return [...(outcome.hasGuesses ? (['guess'] as const) : []), ...(outcome.hasEarlier ? (['last'] as const) : []), 'none']
}

/** All areas on their lines, the modules beside them set apart. */
export function Areas({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const choices = choicesIn(outcome)
  const [compared, setCompared] = useState<Compared>(choices[0] ?? 'none')
  const firstApart = outcome.rows.find(({ dimension }) => !isArea(dimension))?.dimension
  return (
    <section className="stack" aria-labelledby="areas">
      <div className="row-between">
        <h2 id="areas" className="t-heading">
          {t('areas')}
        </h2>
        {choices.length > 1 && (
          <div className="row compare noprint">
            <span className="t-small soft" aria-hidden="true">
              {t('compare.legend')}
            </span>
            <Segments
              legend={t('compare.legend')}
              name="compare"
              value={compared}
              choices={choices.map((value) => ({ value, label: t(`compare.${value}`) }))}
              onChange={setCompared}
            />
          </div>
        )}
      </div>
      <Key outcome={outcome} compared={compared} />
      <div className="card card--flush steps">
        <StationAxis stations={steps.map(content.stepShort)} />
        {outcome.rows.map((row) => (
          <AreaRow key={row.dimension} row={row} outcome={outcome} compared={compared} apart={row.dimension === firstApart} />
        ))}
      </div>
      <p className="t-small soft">
        {outcome.hasTargets && t('notes.targets')} {t('notes.own')}
      </p>
    </section>
  )
}

function Key({ outcome, compared }: { readonly outcome: Outcome; readonly compared: Compared }): ReactElement {
  const { t } = useTranslation('result')
  const marks: readonly PlotMark[] = [
    'own',
    ...(outcome.hasTargets ? (['target', 'way'] as const) : []),
    ...(compared === 'none' ? [] : [compared]),
  ]
  return (
    <ul className="key">
      {marks.map((mark) => (
        <li key={mark}>
          <MarkSample mark={mark} />
          {t(`marks.${mark}`)}
        </li>
      ))}
    </ul>
  )
}

/** Basic IT by itself: never one of the areas. */
export function BasicIt({ outcome }: { readonly outcome: Outcome }): ReactElement | null {
  const { t } = useTranslation('result')
  const content = useContent()
  const { basicIt, assessment } = outcome
  if (basicIt === undefined) return null
  return (
    <section className="stack" aria-labelledby="basic-it">
      <div className="stack-s">
        <h2 id="basic-it" className="t-heading">
          {content.dimension(assessment.sector, 'basic-it').name}
        </h2>
        <p className="t-small soft">{t('basicIt')}</p>
      </div>
      <div className="card card--flush steps">
        <AreaRow row={basicIt} outcome={outcome} compared="none" apart={false} />
      </div>
    </section>
  )
}

function Missing({ count }: { readonly count: number }): ReactElement {
  const { t } = useTranslation(['result', 'app'])
  return <>{t('row.missing', { count, number: t(`app:numbers.${count}`, { defaultValue: String(count) }) })}</>
}

type RowProps = { readonly row: Row; readonly outcome: Outcome; readonly compared: Compared; readonly apart: boolean }

function AreaRow({ row, outcome: { assessment }, compared, apart }: RowProps): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const { level } = row
  const short = shortWords(t, content, row, compared)
  const hidden = hiddenWords(t, content, row, compared)
  return (
    <div className={apart ? 'steps__row steps__row--apart' : 'steps__row'}>
      <div className="steps__what">
        <h3>{content.dimension(assessment.sector, row.dimension).name}</h3>
        {level.kind === 'level' ? (
          <p>
            {content.stepName(level.step)}
            {short !== '' && <small>{short}</small>}
            {hidden !== '' && <span className="sr">. {hidden}</span>}
          </p>
        ) : (
          <p className="soft">
            <Missing count={level.needed - level.answered} />
            <span className="sr">. {t('row.few')}</span>
          </p>
        )}
      </div>
      {level.kind === 'level' ? (
        <StepPlot
          own={level.step}
          target={row.target}
          guess={compared === 'guess' ? row.prediction : undefined}
          last={compared === 'last' && row.change?.kind === 'changed' && row.before?.kind === 'level' ? row.before.step : undefined}
        />
      ) : (
        <EmptyPlot says={t('row.few')} />
      )}
    </div>
  )
}
