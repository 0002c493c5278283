import type { ReactElement, ReactNode } from 'react'

type Props = { readonly title: string; readonly says: readonly string[]; readonly children?: ReactNode }

/** A heading, what is said under it, and what may follow. */
export function Part({ title, says, children }: Props): ReactElement {
  return (
    <section className="prose">
      <h2 className="t-heading">{title}</h2>
      {says.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </section>
  )
}
