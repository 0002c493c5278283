import { Fragment, type ReactElement } from 'react'
import './time-plot.css'

const stations = [0, 1, 2, 3, 4] as const

/** The middle of a station, in per cent of the width. */
function at(step: number): string {
  return `${String(10 + 20 * step)}%`
}

/** One time that was answered, as it is drawn. */
export type TimeRow = {
  readonly id: string
  readonly label: string
  /** Missing where there is no step to show; `says` tells why. */
  readonly step?: number | undefined
  readonly says?: string | undefined
  /** Where the person says afterwards that they were. */
  readonly then?: number | undefined
  /** Why a new line begins here. */
  readonly apart?: string | undefined
}

type Props = { readonly axis: readonly string[]; readonly rows: readonly TimeRow[] }

/** Where a person stood, time after time, downwards. A picture only: the same stands in a table beside it. */
export function TimePlot({ axis, rows }: Props): ReactElement {
  return (
    <div className="time" aria-hidden="true">
      <div className="time__row time__row--axis">
        <ol className="time__axis">
          {axis.map((station) => (
            <li key={station}>{station}</li>
          ))}
        </ol>
      </div>
      {rows.map((row, index) => (
        <Fragment key={row.id}>
          {row.apart !== undefined && <p className="time__apart">{row.apart}</p>}
          <div className="time__row">
            <span className="time__label num">{row.label}</span>
            <Stations row={row} from={row.apart === undefined ? rows[index - 1]?.step : undefined} isLast={index === rows.length - 1} />
          </div>
        </Fragment>
      ))}
    </div>
  )
}

type StationsProps = { readonly row: TimeRow; readonly from: number | undefined; readonly isLast: boolean }

function Stations({ row: { step, says, then }, from, isLast }: StationsProps): ReactElement {
  if (step === undefined) return <span className="time__empty">{says}</span>
  return (
    <svg className="plot time__plot" focusable="false">
      <line className="plot__track" x1="10%" x2="90%" y1="50%" y2="50%" />
      {stations.map((station) => (
        <circle key={station} className="plot__station" cx={at(station)} cy="50%" r={3} />
      ))}
      {from !== undefined && <line className="time__line" x1={at(from)} x2={at(step)} y1="-50%" y2="50%" />}
      {from !== undefined && <Disc step={from} y="-50%" />}
      {then !== undefined && <Then step={then} beside={then === step} />}
      <Disc step={step} y="50%" isLast={isLast} />
    </svg>
  )
}

function Disc({ step, y, isLast = false }: { readonly step: number; readonly y: string; readonly isLast?: boolean }): ReactElement {
  return <circle className={isLast ? 'plot__own' : 'time__own'} cx={at(step)} cy={y} r={isLast ? 11 : 7.5} />
}

const triangle = 'M-9-7.5H9L0 8.5z'

/** Stands aside where the disc is on the same station. */
function Then({ step, beside }: { readonly step: number; readonly beside: boolean }): ReactElement {
  return (
    <svg className="plot__over" x={at(step)} y="50%">
      <path className="time__then" d={triangle} transform={beside ? 'translate(20 0)' : undefined} />
    </svg>
  )
}

export type TimeMark = 'last' | 'before' | 'then'

/** One mark alone, for the explanation of marks. */
export function TimeMarkSample({ mark }: { readonly mark: TimeMark }): ReactElement {
  return (
    <svg className="plot__sample" width={28} height={28} viewBox="-14 -14 28 28" aria-hidden="true" focusable="false">
      {mark === 'last' && <circle className="plot__own plot__own--alone" r={11} />}
      {mark === 'before' && <circle className="time__own" r={7.5} />}
      {mark === 'then' && <path className="time__then" d={triangle} />}
    </svg>
  )
}
