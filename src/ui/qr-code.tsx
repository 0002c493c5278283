import type { ReactElement } from 'react'
import { encode } from 'uqr'

/** Quiet squares that the standard asks for round a code (ISO/IEC 18004). */
const border = 4

function pathOf(data: readonly (readonly boolean[])[]): string {
  return data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : []))).join('')
}

type Props = { readonly text: string; readonly label: string }

/** A QR code, dark on light in every theme: many cameras read nothing else. */
export function QrCode({ text, label }: Props): ReactElement {
  const { data, size } = encode(text, { ecc: 'L', border })
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${String(size)} ${String(size)}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  )
}
