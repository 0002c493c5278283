import { type ReactElement, useEffect, useState } from 'react'

/** Longer than the slowest network we build for needs for any one page. */
const patience = 10_000

type Props = { readonly soon: ReactElement; readonly late: ReactElement }

/** Stands where something is on its way. What is late may still come, and is then shown; until then there is something to do about it. */
export function Late({ soon, late }: Props): ReactElement {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLate(true)
    }, patience)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return isLate ? late : soon
}
