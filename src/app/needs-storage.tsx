import type { ReactElement } from 'react'
import { Outlet } from 'react-router'
import type { StorageRefusal } from '../storage/refusals.ts'
import { Failure } from './boundary.tsx'

/** Pages that keep something are not shown where nothing can be kept: a form that forgets is worse than none. */
export function NeedsStorage({ refusal }: { readonly refusal: StorageRefusal | undefined }): ReactElement {
  return refusal === undefined ? <Outlet /> : <Failure storage />
}
