import type { ReactElement } from 'react'

export type HeatCellProps = { readonly depth: 1 | 2 | 3 | 4 | 5; readonly word: string; readonly interval: string }

/** One unit, one area: word, interval and a texture that gets denser with depth. */
export function HeatCell({ depth, word, interval }: HeatCellProps): ReactElement {
  return (
    <td className={`heat-cell depth-${String(depth)}`}>
      <b>{word}</b> <span>{interval}</span>
    </td>
  )
}

export function HiddenCell({ word }: { readonly word: string }): ReactElement {
  return (
    <td className="heat-cell depth-hidden">
      <b>{word}</b>
    </td>
  )
}

/** What the five depths and the dashed outline mean. `words` stand in the order of depth. */
export function DepthKey({ words, hidden }: { readonly words: readonly string[]; readonly hidden: string }): ReactElement {
  return (
    <ul className="band-key">
      {words.map((word, index) => (
        <li key={word}>
          <span className={`swatch depth-${String(index + 1)}`} />
          {word}
        </li>
      ))}
      <li>
        <span className="swatch depth-hidden" />
        {hidden}
      </li>
    </ul>
  )
}
