import type { AnyLocator, AnyPage } from '../any-browser.ts'
import { type Query, type Step, describeQuery, matchFor } from './query.ts'
import { until } from './session.ts'
import { type Element, type Window, pathOf } from './window.ts'

/** Keys by the names of the DOM, as the W3C numbers them. A key that writes is itself. */
const keys: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}
const keyFor = (name: string): string => keys[name] ?? name

function finderIn(window: Window, within: Query): Pick<AnyPage, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'> {
  const then = (step: Step): AnyLocator => locatorIn(window, [...within, step])
  return {
    getByRole: (role, { name, exact, level } = {}) =>
      then({ by: 'role', role, ...(name === undefined ? {} : { name: matchFor(name, exact) }), ...(level === undefined ? {} : { level }) }),
    getByText: (text, { exact } = {}) => then({ by: 'text', match: matchFor(text, exact) }),
    getByLabel: (text, { exact } = {}) => then({ by: 'label', match: matchFor(text, exact) }),
    locator: (css) => then({ by: 'css', css }),
  }
}

/** Runs in the page. */
const optionOf = `(select, option) =>
  [...select.options].find(({ value, label }) => option.label === undefined ? [value, label].includes(option) : label === option.label) ?? null`

const queries = new WeakMap<AnyLocator, Query>()

function locatorIn(window: Window, query: Query): AnyLocator {
  const then = (step: Step): AnyLocator => locatorIn(window, [...query, step])
  const called = (source: string) => window.use(query, (_path, element) => window.call(source, element))
  const click = () => window.use(query, async (path) => void (await window.post(`${path}/click`)))
  const isChecked = async () => (await called('(element) => element.checked')) as boolean
  const found: AnyLocator = {
    ...finderIn(window, query),
    or: (other) => then({ by: 'or', other: queries.get(other) ?? [] }),
    first: () => then({ by: 'nth', index: 0 }),
    nth: (index) => then({ by: 'nth', index }),
    filter: () => then({ by: 'visible' }),
    click,
    check: async () => {
      if (!(await isChecked())) await click()
      if (!(await isChecked())) throw new Error(`${describeQuery(query)}: clicked, and not checked`)
    },
    fill: (value) =>
      window.use(query, async (path) => {
        await window.post(`${path}/clear`)
        await window.post(`${path}/value`, { text: value })
      }),
    press: (key) => window.use(query, async (path) => void (await window.post(`${path}/value`, { text: keyFor(key) }))),
    selectOption: (option) =>
      window.use(query, async (_path, element) => {
        const chosen = await window.call(optionOf, element, option)
        if (chosen === null) throw new Error(`${describeQuery(query)}: no option ${JSON.stringify(option)}`)
        await window.post(`${pathOf(chosen as Element)}/click`)
      }),
    setInputFiles: (path) => window.use(query, async (input) => void (await window.post(`${input}/value`, { text: path }))),
    waitFor: async ({ state } = { state: 'visible' }) => {
      if (state === 'visible') return window.use(query, () => Promise.resolve())
      const gone = async () => {
        const { count, visible } = await window.see(query)
        return (state === 'hidden' ? !visible : count === 0) || undefined
      }
      await until(gone, () => `${describeQuery(query)}: still there`)
    },
    innerText: async () => (await called('(element) => element.innerText')) as string,
    inputValue: async () => (await called('(element) => element.value')) as string,
    isChecked,
    isVisible: async () => (await window.see(query)).visible,
    count: async () => (await window.see(query)).count,
  }
  queries.set(found, query)
  return found
}

/** A page of WebKit, driven in Playwright's words. */
export function pageIn(window: Window): AnyPage {
  const evaluate = (run: (given: unknown) => unknown, given?: unknown) => window.call(String(run), given)
  return {
    ...finderIn(window, []),
    evaluate: evaluate as AnyPage['evaluate'],
    goto: (url) => window.post('/url', { url }),
    reload: () => window.post('/refresh'),
    waitForURL: async (address) => {
      let last = ''
      const there = async () => {
        last = (await window.get('/url')) as string
        return (address instanceof RegExp ? address.test(last) : address(new URL(last))) || undefined
      }
      await until(there, () => `still at ${last}`)
    },
    setViewportSize: async ({ width, height }) => {
      await window.post('/window/rect', { width, height })
      const wide = async () => (await window.call('() => innerWidth')) === width || undefined
      await until(wide, () => `not ${width} px wide`)
    },
    keyboard: {
      press: async (name) => {
        const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: keyFor(name) }))
        await window.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
      },
    },
  }
}
