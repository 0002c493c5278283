import type { ReactElement } from 'react'
import type { Icon } from './icons/line-icon.tsx'

type Props = { readonly Icon: Icon; readonly label: string; readonly onClick: () => void }

/** A button of the second rank, with its icon before the word. */
export function ActionButton({ Icon, label, onClick }: Props): ReactElement {
  return (
    <button className="ds-button" type="button" data-variant="secondary" onClick={onClick}>
      <Icon />
      <span>{label}</span>
    </button>
  )
}
