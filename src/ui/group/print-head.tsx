import type { ReactElement } from 'react'
import { GroupIcon } from './group-icon.tsx'
import { Wordmark } from '../wordmark.tsx'

/** Stands at the top of the paper only: whose it is, when it was printed, and what it is not. */
export function PrintHead({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="onlyprint print-head">
      <Wordmark />
      <span>{text}</span>
    </p>
  )
}

export function PrintButton({ text }: { readonly text: string }): ReactElement {
  return (
    <button
      className="ds-button noprint"
      type="button"
      data-variant="secondary"
      onClick={() => {
        window.print()
      }}
    >
      <GroupIcon name="print" />
      <span>{text}</span>
    </button>
  )
}
