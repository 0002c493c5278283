import type { ReactElement, ReactNode } from 'react'
import { ChevronDownIcon } from '../icons/first-icons.ts'
import type { Icon } from '../icons/line-icon.tsx'

type Props = { readonly Icon: Icon; readonly title: string; readonly open?: boolean; readonly children: ReactNode }

/** Something more, one tap away. */
export function Fold({ Icon, title, open, children }: Props): ReactElement {
  return (
    <details className="fold" open={open}>
      <summary>
        <Icon small />
        {title}
        <ChevronDownIcon />
      </summary>
      {children}
    </details>
  )
}
