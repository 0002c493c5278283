import type { CSSProperties, ReactElement } from 'react'

export type IntervalBarProps = { readonly lo: number; readonly hi: number; readonly of: number }

/** From this many people on, the bar is plain: parts would be too thin to tell apart. */
const mostParts = 20

/**
 * From none to all: solid is at least so many, hatched perhaps up to so many, pale the rest.
 * A picture only; word and interval always stand beside it.
 */
export function IntervalBar({ lo, hi, of }: IntervalBarProps): ReactElement {
  const place = { '--lo': lo / of, '--hi': hi / of, '--n': of } as CSSProperties
  const ruled = of <= mostParts
  return (
    <div className={ruled ? 'interval-bar interval-bar--ruled' : 'interval-bar'} style={place} aria-hidden="true">
      {hi > lo && <i className="interval-bar__maybe" />}
      {lo > 0 && <i className="interval-bar__sure" />}
    </div>
  )
}

/** What the three parts of a bar mean. */
export function IntervalBarKey({
  sure,
  maybe,
  rest,
}: {
  readonly sure: string
  readonly maybe: string
  readonly rest: string
}): ReactElement {
  const parts = [
    { text: sure, lo: 1, hi: 1 },
    { text: maybe, lo: 0, hi: 1 },
    { text: rest, lo: 0, hi: 0 },
  ]
  return (
    <ul className="band-key">
      {parts.map(({ text, lo, hi }) => (
        <li key={text}>
          <span className="band-key__bar">
            <IntervalBar lo={lo} hi={hi} of={1} />
          </span>
          {text}
        </li>
      ))}
    </ul>
  )
}
