import type { ReactElement } from 'react'
import type { Icon } from '../../ui/icons/line-icon.tsx'

type Props = {
  readonly Icon: Icon
  readonly label: string
  /** What it is called where the goals are not in sight: with the goal it belongs to. */
  readonly named: string
  readonly onClick: () => void
}

/** Something to do with one goal, quietly. */
export function GoalButton({ Icon, label, named, onClick }: Props): ReactElement {
  return (
    <button className="ds-button" data-variant="tertiary" data-size="sm" type="button" aria-label={named} onClick={onClick}>
      <Icon />
      <span>{label}</span>
    </button>
  )
}
