import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { ChevronRightIcon } from '../../ui/icons/first-icons.ts'

export type Way = { readonly to: string; readonly title: string; readonly about: string }

/** Ways on, each a whole row. */
export function Ways({ ways }: { readonly ways: readonly Way[] }): ReactElement {
  return (
    <ul className="card card--flush ways">
      {ways.map(({ to, title, about }) => (
        <li key={to}>
          <Link to={to}>
            <span>
              <strong>{title}</strong>
              <small>{about}</small>
            </span>
            <ChevronRightIcon />
          </Link>
        </li>
      ))}
    </ul>
  )
}
