import type { ReactElement, ReactNode } from 'react'
import { ExclamationmarkTriangleIcon } from './icons/first-icons.ts'

/** Something did not happen. Read aloud at once. */
export function Alert({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="note note--danger" role="alert">
      <ExclamationmarkTriangleIcon />
      <p>{children}</p>
    </div>
  )
}
