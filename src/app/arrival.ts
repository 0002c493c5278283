import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** On every new page: the heading takes the focus and names the document. A heading may come a moment after its page. */
export function useArrival(): void {
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    let greeted = first.current
    first.current = false
    const greet = (): void => {
      const heading = document.querySelector('h1')
      if (heading === null) return
      nameDocument(heading)
      if (greeted) return
      greeted = true
      focusHeading(heading)
    }
    const observer = new MutationObserver(greet)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    greet()
    return () => {
      observer.disconnect()
    }
  }, [pathname])
}

function nameDocument(heading: Element): void {
  const title = `${heading.textContent} – Peil`
  if (document.title !== title) document.title = title
}

function focusHeading(heading: HTMLElement): void {
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  window.scrollTo(0, 0)
}
