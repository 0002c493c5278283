import { useEffect, useRef } from 'react'

/** The page becomes another without a new address: its heading is read, and its top is in sight. */
export function useNewView(view: string): void {
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    const heading = document.querySelector('h1')
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [view])
}
