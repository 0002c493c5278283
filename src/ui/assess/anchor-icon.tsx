import type { ReactElement } from 'react'

/** Our own: what holds. */
export function AnchorIcon(): ReactElement {
  return (
    <svg className="i-s" viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
      <g stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="12" cy="5.5" r="2.25" />
        <path d="M12 7.75v13M8.25 11h7.5M3.5 13.5c.4 4.1 4 7.25 8.5 7.25s8.1-3.15 8.5-7.25l-2.4 1.6M3.5 13.5l2.4 1.6" />
      </g>
    </svg>
  )
}
