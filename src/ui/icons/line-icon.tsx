import type { ReactElement } from 'react'

/** Line icons from Aksel (MIT), only those used. An icon always stands beside a word, so it is silent. `small`: 20 px instead of 24. */
export type Icon = (props: { readonly small?: boolean }) => ReactElement

export function lineIcon(path: string): Icon {
  return function LineIcon({ small = false }) {
    return (
      <svg className={small ? 'i-s' : 'i'} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
        <path fillRule="evenodd" clipRule="evenodd" d={path} fill="currentColor" />
      </svg>
    )
  }
}
