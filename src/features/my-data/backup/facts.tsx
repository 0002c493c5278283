import type { ReactElement } from 'react'

export type Fact = { readonly label: string; readonly value: string | number }

/** Lines of a word and a number; those with nothing in them are left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement | undefined {
  const told = facts.filter(({ value }) => value !== 0 && value !== '')
  if (told.length === 0) return undefined
  return (
    <dl className="settings holdings">
      {told.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
