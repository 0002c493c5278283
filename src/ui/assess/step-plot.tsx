import type { ReactElement } from 'react'

const stations = [0, 1, 2, 3, 4] as const
/** Px from the top of the plot to its line. Leaves room for the flag above. */
const line = 35

/** The middle of a station, in per cent of the width. */
function at(step: number): string {
  return `${String(10 + 20 * step)}%`
}

function Way({ from, to }: { readonly from: number; readonly to: number }): ReactElement {
  return (
    <>
      <rect className="plot__way" x={at(from)} y={line - 6} width={`${String(20 * (to - from))}%`} height={12} />
      <line className="plot__dots" x1={at(from)} x2={at(to)} y1={line} y2={line} />
    </>
  )
}

function Flag({ step }: { readonly step: number }): ReactElement {
  return (
    <svg className="plot__over" x={at(step)} y={line}>
      <path className="plot__flag" d="M-1.5 2V-30a1.5 1.5 0 0 1 3 0l14 5.5-14 6V2a1.5 1.5 0 0 1-3 0z" />
    </svg>
  )
}

function Diamond({ step }: { readonly step: number }): ReactElement {
  return (
    <svg className="plot__over" x={at(step)} y={line}>
      <path className="plot__last" d="M0-9 9 0 0 9-9 0z" />
    </svg>
  )
}

type Props = {
  readonly own: number
  readonly target?: number | undefined
  readonly guess?: number | undefined
  readonly last?: number | undefined
}

/** Where a person stands on the five steps. A picture only: the same stands in words beside it. */
export function StepPlot({ own, target, guess, last }: Props): ReactElement {
  return (
    <svg className="plot" height={56} aria-hidden="true" focusable="false">
      <line className="plot__track" x1="10%" x2="90%" y1={line} y2={line} />
      {stations.map((step) => (
        <circle key={step} className="plot__station" cx={at(step)} cy={line} r={4} />
      ))}
      {target !== undefined && target > own && <Way from={own} to={target} />}
      {target !== undefined && <Flag step={target} />}
      {guess !== undefined && <circle className="plot__guess" cx={at(guess)} cy={line} r={17} />}
      {last !== undefined && last !== own && <Diamond step={last} />}
      <circle className="plot__own" cx={at(own)} cy={line} r={13.5} />
    </svg>
  )
}

/** No place on the line: never a disc at the first station. */
export function EmptyPlot({ says }: { readonly says: string }): ReactElement {
  return (
    <div className="plot__empty" aria-hidden="true">
      <svg className="plot" height={56}>
        <line className="plot__track plot__track--broken" x1="10%" x2="90%" y1={line} y2={line} />
      </svg>
      <span>{says}</span>
    </div>
  )
}

export type PlotMark = 'own' | 'target' | 'way' | 'guess' | 'last'

/** One mark alone, for the explanation of marks. */
export function MarkSample({ mark }: { readonly mark: PlotMark }): ReactElement {
  return (
    <svg className="plot__sample" width={36} height={36} viewBox="-18 -18 36 36" aria-hidden="true" focusable="false">
      {mark === 'own' && <circle className="plot__own plot__own--alone" r={12} />}
      {mark === 'target' && <path className="plot__flag" d="M-6.5 14V-14a1.5 1.5 0 0 1 3 0l14 5.5-14 6V14a1.5 1.5 0 0 1-3 0z" />}
      {mark === 'guess' && <circle className="plot__guess" r={14} />}
      {mark === 'last' && <path className="plot__last" d="M0-9 9 0 0 9-9 0z" />}
      {mark === 'way' && (
        <>
          <rect className="plot__way" x={-18} y={-6} width={36} height={12} />
          <line className="plot__dots" x1={-15} x2={18} y1={0} y2={0} />
        </>
      )}
    </svg>
  )
}
