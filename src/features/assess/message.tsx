import type { ReactElement, ReactNode } from 'react'
import { HeroBand } from '../../ui/hero-chart.tsx'

/** A page that says one thing and offers a way on. */
export function Message({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <main className="page" id="content">
      <HeroBand />
      <div className="stack">
        <h1 className="t-display">{title}</h1>
        <p className="t-lead">{lead}</p>
        <div className="row">{children}</div>
      </div>
    </main>
  )
}
