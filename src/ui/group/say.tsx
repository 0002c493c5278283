import type { ReactElement, ReactNode } from 'react'

type Props = { readonly title: string; readonly text: string; readonly children?: ReactNode }

/** A page that has only something to say: what happened, then what to do. */
export function Say({ title, text, children }: Props): ReactElement {
  return (
    <section className="office-say">
      <h1 className="t-title">{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  )
}

type RefusedProps = { readonly title: string; readonly text: string; readonly again: string; readonly onAgain: () => void }

/** Something could not be fetched. Read aloud at once, with a way to try again. */
export function Refused({ title, text, again, onAgain }: RefusedProps): ReactElement {
  return (
    <div role="alert">
      <Say title={title} text={text}>
        <button className="ds-button" type="button" data-variant="secondary" onClick={onAgain}>
          {again}
        </button>
      </Say>
    </div>
  )
}

export function Waiting({ text }: { readonly text: string }): ReactElement {
  return (
    <p className="soft" role="status">
      {text}
    </p>
  )
}
