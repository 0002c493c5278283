import type { ReactElement } from 'react'
import { GroupIcon } from './group-icon.tsx'

/** A figure that may not be shown: dashed, a closed eye and the word. Never blank, never 0. The reason stands beside it. */
export function Hidden({ word }: { readonly word: string }): ReactElement {
  return (
    <span className="veil">
      <GroupIcon name="hidden" small />
      {word}
    </span>
  )
}
