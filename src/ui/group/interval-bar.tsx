import { type ReactElement, useId } from 'react'

export type IntervalBarProps = { readonly lo: number; readonly hi: number; readonly of: number }

/** Above this many people the bar is plain: parts would be too thin to tell apart. */
const mostParts = 20

/**
 * From none to all: solid is at least so many, hatched perhaps up to so many, pale the rest.
 * A picture only; word and interval always stand beside it.
 */
export function IntervalBar({ lo, hi, of }: IntervalBarProps): ReactElement {
  const hatch = useId()
  const at = (count: number) => `${String((100 * count) / of)}%`
  const ruled = of <= mostParts
  return (
    <svg className="interval-bar" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={hatch} patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(45)">
          <rect className="interval-bar__ground" width="5" height="5" />
          <line className="interval-bar__hatch" x1="1" x2="1" y2="5" />
        </pattern>
      </defs>
      <rect className="interval-bar__rest" width="100%" height="100%" rx="7" />
      {hi > lo && <rect className="interval-bar__maybe" x={at(lo)} width={at(hi - lo)} height="100%" fill={`url(#${hatch})`} />}
      {lo > 0 && <rect className="interval-bar__sure" width={at(lo)} height="100%" />}
      {ruled ? <Rules parts={of} at={at} /> : <rect className="interval-bar__sure" x={at(hi)} width="2" height="100%" />}
    </svg>
  )
}

/** Cuts the bar into as many parts as there are people. A part is not a person. */
function Rules({ parts, at }: { readonly parts: number; readonly at: (count: number) => string }): ReactElement {
  const cuts = Array.from({ length: parts - 1 }, (_, index) => at(index + 1))
  return (
    <g transform="translate(-2 0)">
      {cuts.map((cut) => (
        <rect key={cut} className="interval-bar__gap" x={cut} width="2" height="100%" />
      ))}
    </g>
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
