import type { ReactElement } from 'react'

type Props = { readonly word: string; readonly interval: string; readonly strong?: boolean }

/** The word of a band with its interval: what every picture of a group stands beside. */
export function BandWord({ word, interval, strong = false }: Props): ReactElement {
  return (
    <p className="band-word">
      {strong ? <strong>{word}</strong> : word} <span className="band-word__interval">({interval})</span>
    </p>
  )
}
