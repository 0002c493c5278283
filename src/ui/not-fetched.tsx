import { type ReactElement, type ReactNode, useState } from 'react'

type Props = {
  readonly title: string
  readonly body: string
  readonly again: string
  readonly trying: string
  readonly still: string
  /** Done when it was tried. If it helped, something else is shown. */
  readonly onAgain: () => Promise<void>
  /** Other ways on. */
  readonly children?: ReactNode
}

/** Something the page needs is not on the device: why, and what can be done. */
export function NotFetched({ title, body, again, trying, still, onAgain, children }: Props): ReactElement {
  const [state, setState] = useState<'asked' | 'trying' | 'tried'>('asked')
  const tryAgain = async (): Promise<void> => {
    setState('trying')
    await onAgain()
    setState('tried')
  }
  return (
    <div className="stack">
      <h1 className="t-display">{title}</h1>
      <p className="t-lead">{body}</p>
      <p role="status">{state === 'trying' ? trying : state === 'tried' && still}</p>
      <div className="row">
        <button className="ds-button" type="button" disabled={state === 'trying'} onClick={() => void tryAgain()}>
          {again}
        </button>
        {children}
      </div>
    </div>
  )
}
