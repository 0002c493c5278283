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
export const keyFor = (name: string): string => keys[name] ?? name

export function finderIn(window: Window, within: Query): Pick<AnyPage, 'getByRole' | 'getByText' | 'getByLabel' | 'locator'> {
  const then = (step: Step): AnyLocator => locatorIn(window, [...within, step])
  return {
    getByRole: (role, { name, exact, ...state } = {}) =>
      then({ by: 'role', role, ...state, ...(name !== undefined && { name: matchFor(name, exact) }) }),
    getByText: (text, { exact } = {}) => then({ by: 'text', match: matchFor(text, exact) }),
    getByLabel: (text, { exact } = {}) => then({ by: 'label', match: matchFor(text, exact) }),
    locator: (css) => then({ by: 'css', css }),
  }
}

/** Runs in the page. */
const optionOf = `(select, option) =>
  [...select.options].find(({ value, label }) => option.label === undefined ? [value, label].includes(option) : label === option.label) ?? null`

const isOn = '(element) => element.checked'

const queries = new WeakMap<AnyLocator, Query>()

function locatorIn(window: Window, query: Query): AnyLocator {
  const then = (step: Step): AnyLocator => locatorIn(window, [...query, step])
  const called = (source: string) => window.use(query, (_path, element) => window.call(source, element))
  const click = () => window.use(query, (path) => window.post(`${path}/click`))
  const found: AnyLocator = {
    ...finderIn(window, query),
    or: (other) => then({ by: 'or', other: queries.get(other) ?? [] }),
    first: () => then({ by: 'nth', index: 0 }),
    nth: (index) => then({ by: 'nth', index }),
    filter: () => then({ by: 'visible' }),
    click,
    check: () =>
      window.use(query, async (path, element) => {
        if (await window.call(isOn, element)) return
        await window.post(`${path}/click`)
        if (!(await window.call(isOn, element))) throw new Error(`${describeQuery(query)}: clicked, and not checked`)
      }),
    fill: (value) =>
      window.use(query, async (path) => {
        await window.post(`${path}/clear`)
        await window.post(`${path}/value`, { text: value })
      }),
    press: (key) => window.use(query, (path) => window.post(`${path}/value`, { text: keyFor(key) })),
    selectOption: (option) =>
      window.use(query, async (_path, element) => {
        const chosen = await window.call(optionOf, element, option)
        if (chosen === null) throw new Error(`${describeQuery(query)}: no option ${JSON.stringify(option)}`)
        await window.post(`${pathOf(chosen as Element)}/click`)
      }),
    setInputFiles: (path) => window.use(query, (input) => window.post(`${input}/value`, { text: path })),
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
    isChecked: async () => (await called(isOn)) as boolean,
    isVisible: async () => (await window.see(query)).visible,
    count: async () => (await window.see(query)).count,
  }
  queries.set(found, query)
  return found
}
