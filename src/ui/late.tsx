import { type ReactElement, useEffect, useState } from 'react'

/** Longer than the slowest network we build for needs for any one page. In milliseconds. */
const patience = 10_000
/** What takes longer than this is said. */
const moment = 1_000

function useLate(milliseconds: number): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLate(true)
    }, milliseconds)
    return () => {
      clearTimeout(timer)
    }
  }, [milliseconds])
  return isLate
}

type Props = { readonly soon: ReactElement; readonly late: ReactElement }

/** Stands where something is on its way. What is late may still come, and is then shown; until then there is something to do about it. */
export function Late({ soon, late }: Props): ReactElement {
  return useLate(patience) ? late : soon
}

/** Stands where something is being read from the device. */
export function Awaited({ word }: { readonly word: string }): ReactElement {
  const isLate = useLate(moment)
  return (
    <p className="soft" role="status" aria-busy="true">
      {isLate && word}
    </p>
  )
}
