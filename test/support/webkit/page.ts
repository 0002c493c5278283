import type { AnyPage } from '../any-browser.ts'
import { fixedClock } from './fixed-clock.ts'
import { finderIn, keyFor } from './locator.ts'
import { until } from './session.ts'
import type { Window } from './window.ts'

/** Runs in the page. */
const schemeOf = `() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')`

/** What is around the page. */
export type Device = {
  readonly tell: (signal: 'SIGUSR1' | 'SIGUSR2') => void
  /** From now on every page begins with this script. */
  readonly beginWith: (script: string) => Promise<void>
}

/** A page of WebKit, driven in Playwright's words. */
export function pageIn(window: Window, device: Device): AnyPage {
  const evaluate = (run: string | ((given: unknown) => unknown), given?: unknown): Promise<unknown> =>
    typeof run === 'string' ? window.run(run) : window.call(String(run), given)
  return {
    ...finderIn(window, []),
    evaluate,
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
    emulateMedia: async ({ colorScheme }) => {
      device.tell(colorScheme === 'dark' ? 'SIGUSR2' : 'SIGUSR1')
      const shown = async () => ((await window.call(schemeOf)) === colorScheme ? true : undefined)
      await until(shown, () => `not ${colorScheme}`)
    },
    keyboard: {
      press: async (name) => {
        const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: keyFor(name) }))
        await window.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
      },
    },
    clock: {
      setFixedTime: async (time) => {
        await device.beginWith(fixedClock(time))
        await window.run(fixedClock(time))
      },
    },
  }
}
