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
  const holds = (element: Element): boolean => !/^(script|style|noscript)$/i.test(element.tagName) && matches(match, element.textContent)
  return [...within.querySelectorAll<HTMLElement>('*')].filter((element) => holds(element) && ![...element.children].some(holds))
}

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0
}

/** Undefined: the step looks at all that is found, not within each of it. */
function within(element: HTMLElement, step: Step): HTMLElement[] | undefined {
  switch (step.by) {
    case 'css':
      return [...element.querySelectorAll<HTMLElement>(step.css)]
    case 'role': {
      const { name, level } = step
      const named = name === undefined ? {} : { name: (spoken: string) => matches(name, spoken) }
      return queryAllByRole(element, step.role, { ...named, ...(level === undefined ? {} : { level }) })
    }
    case 'text':
      return withText(element, step.match)
    case 'label':
      return queryAllByLabelText(element, (spoken) => matches(step.match, spoken))
    default:
      return undefined
  }
}

function among(found: HTMLElement[], step: Step): HTMLElement[] {
  if (step.by === 'nth') return found.slice(step.index, step.index + 1)
  if (step.by === 'or') return [...found, ...find(step.other)]
  return found.filter(isVisible)
}

function find(query: Query): HTMLElement[] {
  let found = [document.documentElement]
  for (const step of query) {
    const inside = found.map((element) => within(element, step))
    found = inside.includes(undefined) ? among(found, step) : inside.flatMap((each) => each ?? [])
  }
  return [...new Set(found)]
}

/** How it stands with what is looked for. `element` is the first that is found. */
function see(query: Query): { count: number; visible: boolean; element: HTMLElement | undefined } {
  const found = find(query)
  return { count: found.length, visible: found.some(isVisible), element: found[0] }
}

/** For the driver, which calls it by name. */
export type InPage = { readonly see: typeof see }
Object.assign(globalThis, { peilTest: { see } satisfies InPage })
