import type { ReactElement } from 'react'

/** One question on the course. */
export type Mark = 'done' | 'here' | 'ahead'

/** Groups of questions with what is done, where the person is and what is ahead. A picture only: the same stands in words beside it. */
export function Course({ parts }: { readonly parts: readonly (readonly Mark[])[] }): ReactElement {
  return (
    <div className="course__line" aria-hidden="true">
      {parts.map((marks, part) => (
        <span key={part} className="course__area" style={{ flex: marks.length }}>
          {marks.map((mark, index) => (
            <i key={index} className={mark} />
          ))}
        </span>
      ))}
    </div>
  )
}
