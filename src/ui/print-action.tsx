import type { ReactElement } from 'react'
import { ActionButton } from './action-button.tsx'
import { PrinterSmallIcon } from './icons/later-icons.ts'

/** Puts the page on paper. */
export function PrintAction({ label }: { readonly label: string }): ReactElement {
  return (
    <ActionButton
      Icon={PrinterSmallIcon}
      label={label}
      onClick={() => {
        window.print()
      }}
    />
  )
}
