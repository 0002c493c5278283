import type { ReactElement } from 'react'

/** The word mark: a *p* whose bowl is a compass. Named by what stands round it. */
export function Wordmark(): ReactElement {
  return (
    <svg viewBox="13 -9 116 71" aria-hidden="true" focusable="false">
      <circle cx="34" cy="26" r="16.5" fill="none" stroke="var(--peil-sea)" strokeWidth="5.5" />
      <path d="M17.5 26v32" fill="none" stroke="var(--peil-sea)" strokeWidth="5.5" strokeLinecap="round" />
      <g transform="rotate(42 34 26)">
        <path fill="var(--peil-land)" d="M33.1 14.9c.3-1 1.5-1 1.8 0L38.4 26h-8.8z" />
        <path fill="var(--ds-color-accent-border-default)" d="M33.1 37.1c.3 1 1.5 1 1.8 0L38.4 26h-8.8z" />
      </g>
      <g fill="none" stroke="var(--peil-sea)" strokeWidth="5.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M62.5 26h33a16.5 16.5 0 1 0-3.86 10.61" />
        <path d="M110 9.5v33" />
        <path d="M124.5-5v47.5" />
      </g>
      <circle cx="110" cy="-3.2" r="3.9" fill="var(--peil-land)" />
    </svg>
  )
}
