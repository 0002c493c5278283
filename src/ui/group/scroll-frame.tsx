import type { ReactElement, ReactNode } from 'react'

/** A frame that scrolls must be reachable with the keyboard: not every browser sees to that itself. */
const reachable = { role: 'region', tabIndex: 0 }

type Props = { readonly name: string; readonly children: ReactNode }

/** Holds what is too wide for a narrow screen, so that the page itself never scrolls sideways. */
export function ScrollFrame({ name, children }: Props): ReactElement {
  return (
    <div className="scroll-frame" aria-label={name} {...reachable}>
      {children}
    </div>
  )
}
