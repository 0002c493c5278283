import type { ReactElement, ReactNode } from 'react'

/** A picture of a screen, in outline. The words beside it say the same. */
function Shot({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg className="shot" viewBox="0 0 240 150" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

/** A tablet lying down. */
export function Tablet({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Shot>
      <rect className="shot__body" x="8" y="3" width="224" height="144" rx="14" />
      <rect className="shot__screen" x="17" y="12" width="206" height="126" rx="6" />
      {children}
    </Shot>
  )
}

/** A telephone or a small tablet standing up; the lower end is cut off. */
export function Phone({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Shot>
      <path className="shot__body" d="M58 148V22A18 18 0 0 1 76 4h88a18 18 0 0 1 18 18v126" />
      <path className="shot__screen" d="M66 148V24a12 12 0 0 1 12-12h84a12 12 0 0 1 12 12v124z" />
      {children}
    </Shot>
  )
}

/** A computer's window. */
export function Screen({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Shot>
      <rect className="shot__body" x="8" y="3" width="224" height="132" rx="8" />
      <rect className="shot__screen" x="15" y="10" width="210" height="118" rx="3" />
      <path className="shot__line" d="M86 147h68M120 135v12" />
      {children}
    </Shot>
  )
}

/** Lines of text that need not be read. */
export function Text({ d }: { readonly d: string }): ReactElement {
  return <path className="shot__text" d={d} />
}

/** Here: what to press. */
export function Here({ x, y, width, height }: { readonly [Side in 'x' | 'y' | 'width' | 'height']: number }): ReactElement {
  return <rect className="shot__here" x={x} y={y} width={width} height={height} rx={Math.min(height / 2, 10)} />
}

/** Peil's own icon, as it stands among others. */
export function PeilIcon({ x, y, size = 30 }: { readonly x: number; readonly y: number; readonly size?: number }): ReactElement {
  const scale = size / 30
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <rect className="shot__peil" width="30" height="30" rx="7" />
      <circle className="shot__peil-line" cx="15" cy="13" r="6" />
      <path className="shot__peil-line" d="M9 13v11" />
      <path className="shot__needle" d="m12.500 16.500 5-7" />
    </g>
  )
}
