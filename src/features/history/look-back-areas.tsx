import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookBack } from '../../domain/assessment/look-back.ts'
import { type Dimension, type Sector, type Step, steps } from '../../domain/instrument/instrument.ts'
import { useContent } from '../../i18n/content.ts'
import { PlaceRow } from '../../ui/assess/place-row.tsx'
import { StationAxis } from '../../ui/assess/station-axis.tsx'
import type { Comparable } from './looking-back.ts'
import { SaidThen } from './said-then.tsx'

type Placing = {
  readonly sector: Sector
  readonly lookBack: LookBack | undefined
  /** Without a step the area is taken away. */
  readonly onPlace: (dimension: Dimension, step: Step | undefined) => void
}

/** The chosen areas on their stations. What was answered then is told first when the person has placed themselves anew. */
export function LookBackAreas({ areas, ...placing }: Placing & { readonly areas: readonly Comparable[] }): ReactElement | null {
  const content = useContent()
  if (areas.length === 0) return null
  return (
    <div className="card card--flush steps guesses">
      <StationAxis stations={steps.map(content.stepShort)} />
      {areas.map((area) => (
        <Placed key={area.dimension} area={area} {...placing} />
      ))}
    </div>
  )
}

type PlacedProps = Placing & { readonly area: Comparable }

function Placed({ area: { dimension, answered }, sector, lookBack, onPlace }: PlacedProps): ReactElement {
  const { t } = useTranslation('result')
  const content = useContent()
  const { name } = content.dimension(sector, dimension)
  const then = lookBack?.steps[dimension]
  return (
    <PlaceRow
      name={name}
      legend={t('lookBack.where', { area: name })}
      group={`then-${dimension}`}
      stations={steps.map(content.stepName)}
      chosen={then}
      none={t('lookBack.notPlaced')}
      undo={{ label: t('lookBack.remove'), named: t('lookBack.forget', { area: name }) }}
      onChoose={(station) => {
        onPlace(
          dimension,
          steps.find((each) => each === station),
        )
      }}
    >
      <div className="track__said" role="status">
        {then !== undefined && <SaidThen answered={answered} then={then} />}
      </div>
    </PlaceRow>
  )
}
