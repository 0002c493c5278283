import './station-axis.css'
import type { ReactElement } from 'react'

/** The names of the five stations above their lines. A picture only: each line says its own. */
export function StationAxis({ stations }: { readonly stations: readonly string[] }): ReactElement {
  return (
    <div className="steps__axis" aria-hidden="true">
      <ol>
        {stations.map((station) => (
          <li key={station}>{station}</li>
        ))}
      </ol>
    </div>
  )
}
