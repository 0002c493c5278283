import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

export const stations = ['ready', 'waiting', 'sent', 'counted'] as const
export type Station = (typeof stations)[number]

/** The course of a contribution. A picture only: the status stands in words below it. */
export function Wayline({ at }: { readonly at: Station }): ReactElement {
  const { t } = useTranslation('contribute')
  const here = stations.indexOf(at)
  return (
    <ol className="wayline" aria-hidden="true">
      {stations.map((station, index) => (
        <li key={station} className={index < here ? 'done' : index === here ? 'now' : undefined}>
          {t(`status.stations.${station}`)}
        </li>
      ))}
    </ol>
  )
}
