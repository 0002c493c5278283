import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react'

type Props = { readonly title: string; readonly children: ReactNode }

/** One step of the way. Its heading is read when it comes. */
export function Stage({ title, children }: Props): ReactElement {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [])
  return (
    <section className="card form backup" aria-labelledby={id}>
      <h3 id={id} ref={heading} className="t-sub" tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  )
}
