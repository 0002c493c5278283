import type { ReactElement } from 'react'

type Props = {
  readonly legend: string
  readonly group: string
  readonly stations: readonly string[]
  readonly chosen: number | undefined
  readonly onChoose: (station: number) => void
}

/** The five steps as stations on a line, to point at one of them. */
export function StationLine({ legend, group, stations, chosen, onChoose }: Props): ReactElement {
  return (
    <fieldset className="stations">
      <legend className="sr">{legend}</legend>
      {stations.map((station, at) => (
        <label key={station} className="stations__at" title={station}>
          <input
            className="ds-input"
            type="radio"
            name={group}
            checked={chosen === at}
            onChange={() => {
              onChoose(at)
            }}
          />
          <span className="sr">{station}</span>
        </label>
      ))}
    </fieldset>
  )
}
