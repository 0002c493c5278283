import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** On every new page: the heading takes the focus and names the document. A heading may come a moment after its page. */
export function useArrival(): void {
  const { pathname, hash } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    let greeted = first.current
    first.current = false
    const greet = (): void => {
      const heading = headingInSight()
      if (heading === undefined) return
      nameDocument(heading)
      if (greeted) return
      greeted = true
      arrive(heading, hash)
    }
    const observer = new MutationObserver(greet)
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    greet()
    return () => {
      observer.disconnect()
    }
  }, [pathname, hash])
}

/** While a page is fetched, React keeps the one before in the document, out of sight: its heading cannot take the focus. */
function headingInSight(): HTMLElement | undefined {
  return [...document.querySelectorAll('h1')].find((heading) => heading.closest('[style*="display: none"]') === null)
}

function nameDocument(heading: Element): void {
  const title = `${heading.textContent} – Peil`
  if (document.title !== title) document.title = title
}

/** A link into a page goes to that part. A fragment that names no part (a slip, a sign-in link) is left alone. */
function arrive(heading: HTMLElement, hash: string): void {
  const part = document.getElementById(hash.slice(1))
  const target = part ?? heading
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
  if (part === null) window.scrollTo(0, 0)
  else part.scrollIntoView()
}
