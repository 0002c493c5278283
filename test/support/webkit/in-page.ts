import { queryAllByLabelText, queryAllByRole } from '@testing-library/dom'
import type { Match, Query, Step } from './query.ts'

/** Runs in the page: finds what a person would call by these words. The meaning is that of Playwright's locators. */

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()

function matches(match: Match, text: string): boolean {
  const said = collapsed(text)
  if ('pattern' in match) return new RegExp(match.pattern, match.flags).test(said)
  if (match.exact) return said === collapsed(match.text)
  return said.toLowerCase().includes(collapsed(match.text).toLowerCase())
}

/** The smallest elements that hold the text. */
function withText(within: HTMLElement, match: Match): HTMLElement[] {
  const holds = (element: Element): boolean =>
    element.closest('head, script, style, noscript') === null && matches(match, element.textContent)
  return [...within.querySelectorAll<HTMLElement>('*')].filter((element) => holds(element) && ![...element.children].some(holds))
}

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0
}

type Inner = Extract<Step, { by: 'css' | 'role' | 'text' | 'label' }>

function within(element: HTMLElement, step: Inner): HTMLElement[] {
  // What looks in the whole document finds its root too.
  const root = element === document.documentElement ? [element] : []
  switch (step.by) {
    case 'css':
      return [...root, ...element.querySelectorAll<HTMLElement>(step.css)].filter((each) => each.matches(step.css))
    case 'role': {
      const { by: _by, role, name, ...state } = step
      return queryAllByRole(element, role, { ...state, ...(name && { name: (spoken: string) => matches(name, spoken) }) })
    }
    case 'text':
      return withText(element, step.match)
    case 'label':
      return queryAllByLabelText(element, (spoken) => matches(step.match, spoken))
  }
}

/** Some steps look within each of what is found so far, the others at all of it. */
function take(found: HTMLElement[], step: Step): HTMLElement[] {
  switch (step.by) {
    case 'nth':
      return found.slice(step.index, step.index + 1)
    case 'or':
      return [...found, ...find(step.other)]
    case 'visible':
      return found.filter(isVisible)
    case 'css':
    case 'role':
    case 'text':
    case 'label':
      return found.flatMap((element) => within(element, step))
  }
}

function find(query: Query): HTMLElement[] {
  return [...new Set(query.reduce(take, [document.documentElement]))]
}

/** How it stands with what is looked for. `element` is the first that is found. */
function see(query: Query): { count: number; visible: boolean; element: HTMLElement | undefined } {
  const found = find(query)
  return { count: found.length, visible: found.some(isVisible), element: found[0] }
}

/** For the driver, which calls it by name. */
export type InPage = { readonly see: typeof see }
Object.assign(globalThis, { peilTest: { see } satisfies InPage })
