import type { ReactElement, ReactNode } from 'react'
import { HeroBand } from '../../ui/hero-chart.tsx'

/** A page that says one thing and offers a way on. */
export function Message({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: ReactNode
  readonly children: ReactNode
}): ReactElement {
  return (
    <main className="page" id="content">
      <HeroBand />
      <div className="stack">
        <h1 className="t-display">{title}</h1>
        <div className="t-lead">{lead}</div>
        <div className="row">{children}</div>
      </div>
    </main>
  )
}
