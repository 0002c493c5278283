import type { ReactElement } from 'react'
import { Outlet } from 'react-router'
import type { Closed } from '../storage/opening.ts'
import { Failure } from './boundary.tsx'

/** Pages that keep something are not shown where nothing can be kept: a form that forgets is worse than none. */
export function NeedsStorage({ closed }: { readonly closed: Closed | undefined }): ReactElement {
  return closed === undefined ? <Outlet /> : <Failure storage={closed} />
}
