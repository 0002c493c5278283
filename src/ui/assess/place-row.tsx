import type { ReactElement, ReactNode } from 'react'
import { StationLine } from './station-line.tsx'

type Props = {
  readonly name: string
  readonly legend: string
  readonly group: string
  readonly stations: readonly string[]
  readonly chosen: number | undefined
  /** Said until a station is chosen. */
  readonly none: string
  readonly undo: { readonly label: string; readonly named: string }
  /** Nothing takes the choice back. */
  readonly onChoose: (station: number | undefined) => void
  readonly children?: ReactNode
}

/** One area on its line, to point at a station and to take that back. */
export function PlaceRow({ name, legend, group, stations, chosen, none, undo, onChoose, children }: Props): ReactElement {
  return (
    <div className="guesses__row">
      <div className="guesses__what">
        <h2>{name}</h2>
        <p>
          {chosen === undefined ? none : <strong>{stations[chosen]}</strong>}
          {chosen !== undefined && (
            <button
              type="button"
              className="undo"
              aria-label={undo.named}
              onClick={() => {
                onChoose(undefined)
              }}
            >
              {undo.label}
            </button>
          )}
        </p>
      </div>
      <StationLine legend={legend} group={group} stations={stations} chosen={chosen} onChoose={onChoose} />
      {children}
    </div>
  )
}
