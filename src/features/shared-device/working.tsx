import type { ReactElement } from 'react'

/** Says what is going on, for as long as it does. */
export function Working({ is, children }: { readonly is: boolean; readonly children: string }): ReactElement {
  return (
    <p className="door__said t-small soft" role="status">
      {is && children}
    </p>
  )
}
