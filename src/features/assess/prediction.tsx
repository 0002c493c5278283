import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Assessment, predictLevels } from '../../domain/assessment/assessment.ts'
import { neighboursOf } from '../../domain/assessment/stops.ts'
import { type Area, type Step, isArea, steps } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { PlaceRow } from '../../ui/assess/place-row.tsx'
import { StationAxis } from '../../ui/assess/station-axis.tsx'
import { AskFrame } from './frame.tsx'
import { pathOf } from './paths.ts'
import type { UnderWay } from './under-way.ts'
import { useGo } from './use-go.ts'

type Props = { readonly underWay: UnderWay; readonly now: () => string }

function withGuess(predictions: Assessment['predictions'], area: Area, step: Step | undefined): Assessment['predictions'] {
  const { [area]: _before, ...others } = predictions
  return step === undefined ? others : { ...others, [area]: step }
}

/** Before the first question: where do you think you are? Every part of it may be left out. */
export function PredictionScreen({ underWay, now }: Props): ReactElement {
  const { t } = useTranslation('assess')
  const go = useGo()
  const { assessment, instrument } = underWay
  const after = pathOf(neighboursOf(instrument, { kind: 'prediction' }).next)
  const guess = (area: Area, step: Step | undefined): void => {
    const at = now()
    void underWay.save(`guess ${area}`, (before) => predictLevels(before, instrument, withGuess(before.predictions, area, step), at))
  }
  const goOn = (): void => {
    const at = now()
    void underWay.save('guessed', (before) => predictLevels(before, instrument, before.predictions, at))
    go(after)
  }
  const guessed = Object.keys(assessment.predictions).length
  const isSafe = instrument.parts.every(({ dimension }) => !underWay.isUnsaved(`guess ${dimension}`))
  return (
    <AskFrame
      underWay={underWay}
      says={t('course.prediction')}
      saved={isSafe && guessed > 0}
      nextLabel={guessed > 0 ? t('prediction.begin') : t('prediction.skipAll')}
      onNext={goOn}
    >
      <div className="ask__stem">
        <h1 className="t-title">{t('prediction.title')}</h1>
        <p className="t-lead">{t('prediction.lead')}</p>
      </div>
      <Guesses assessment={assessment} dimensions={instrument.parts.map(({ dimension }) => dimension).filter(isArea)} onGuess={guess} />
    </AskFrame>
  )
}

type GuessesProps = {
  readonly assessment: Assessment
  readonly dimensions: readonly Area[]
  readonly onGuess: (area: Area, step: Step | undefined) => void
}

function Guesses({ assessment, dimensions, onGuess }: GuessesProps): ReactElement {
  const content = useContent()
  return (
    <div className="card card--flush steps guesses">
      <StationAxis stations={steps.map(content.stepShort)} />
      {dimensions.map((area) => (
        <Guess key={area} area={area} assessment={assessment} onGuess={onGuess} />
      ))}
    </div>
  )
}

function Guess({ area, assessment, onGuess }: Omit<GuessesProps, 'dimensions'> & { readonly area: Area }): ReactElement {
  const { t } = useTranslation('assess')
  const content = useContent()
  const { name } = content.dimension(assessment.sector, area)
  return (
    <PlaceRow
      name={name}
      legend={t('prediction.legend', { area: name })}
      group={`guess-${area}`}
      stations={steps.map(content.stepName)}
      chosen={assessment.predictions[area]}
      none={t('prediction.none')}
      undo={{ label: t('prediction.undo'), named: t('prediction.undoFor', { area: name }) }}
      onChoose={(station) => {
        onGuess(
          area,
          steps.find((step) => step === station),
        )
      }}
    />
  )
}
