import type { ReactElement, ReactNode } from 'react'
import { PadlockLockedIcon } from './icons/first-icons.ts'

type Props = {
  /** Says that the page is the person's alone. */
  readonly mark: string
  readonly title: string
  readonly lead: string
  readonly children?: ReactNode
}

/** What a page of a person's own is called, and whose it is. */
export function OwnHead({ mark, title, lead, children }: Props): ReactElement {
  return (
    <div className="stack-s">
      <p className="eyebrow">
        <PadlockLockedIcon small />
        {mark}
      </p>
      <h1 className="t-display">{title}</h1>
      <p className="t-lead">{lead}</p>
      {children}
    </div>
  )
}
