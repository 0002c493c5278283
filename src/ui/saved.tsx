import type { ReactElement, ReactNode } from 'react'
import { CheckmarkCircleIcon } from './icons/first-icons.ts'

/** One quiet line that says what is safe. */
export function Saved({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <p className="saved" role="status">
      <CheckmarkCircleIcon />
      <span>{children}</span>
    </p>
  )
}
