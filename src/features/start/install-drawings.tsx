import type { ReactElement, ReactNode } from 'react'

/** Small drawings of what to look for on the tablet. The words stand beside them. */
function Drawing({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg viewBox="0 0 64 48" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round">
      <rect x="1" y="1" width="62" height="46" rx="8" fill="var(--peil-card)" stroke="var(--peil-sea-line)" />
      {children}
    </svg>
  )
}

export function ShareDrawing(): ReactElement {
  return (
    <Drawing>
      <path d="M26 20h-4v19h20V20h-4M32 29V9m-6 6 6-6 6 6" strokeLinecap="round" />
    </Drawing>
  )
}

export function AddDrawing(): ReactElement {
  return (
    <Drawing>
      <path d="M9 24h22" strokeLinecap="round" />
      <rect x="39" y="15" width="17" height="17" rx="4" />
      <path d="M47.500 19.500v8m-4-4h8" strokeLinecap="round" />
    </Drawing>
  )
}

export function OpenDrawing(): ReactElement {
  return (
    <Drawing>
      <rect x="20" y="12" width="24" height="24" rx="6" fill="var(--peil-sea)" stroke="none" />
      <circle cx="32" cy="22.500" r="5" stroke="var(--peil-sea-on)" />
      <path d="M27 22.500v9" stroke="var(--peil-sea-on)" strokeLinecap="round" />
    </Drawing>
  )
}
