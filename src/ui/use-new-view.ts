import { useEffect, useRef } from 'react'

/** The page, or the part `below` its own heading, becomes another without a new address: its heading is read, and in sight. */
export function useNewView(view: string, below = false): void {
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    const headings = document.querySelectorAll('h1')
    const heading = headings[below ? headings.length - 1 : 0]
    if (heading === undefined) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: !below })
    if (!below) window.scrollTo(0, 0)
  }, [view, below])
}
